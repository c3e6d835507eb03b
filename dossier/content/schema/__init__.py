"""Read the types of a dossier and validate front matter against them."""

from dossier.content.schema.loading import load_schema
from dossier.content.schema.validation import Validator

__all__ = ["Validator", "load_schema"]
