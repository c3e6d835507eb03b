"""Pictures drawn at build time: numbers and orders in, SVG path data and places out.

They know no items and no pages: templates put names, links and words to what is computed here. Only
``+ - * /`` and square roots are used, which IEEE 754 defines to the last bit, and all is rounded, so that
every machine draws the same bytes.
"""

from dossier.render.pictures.chord import Ring, Spot, ring
from dossier.render.pictures.fan import fan, stroke_width
from dossier.render.pictures.gutter import Link, Strip, gutter
from dossier.render.pictures.marks import mark

__all__ = ["Link", "Ring", "Spot", "Strip", "fan", "gutter", "mark", "ring", "stroke_width"]
