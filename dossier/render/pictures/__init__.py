"""Compute the SVG path data and positions of the pictures that are drawn at build time.

The modules know no items and no pages: templates add the names, links and words. They use only ``+ - * /``
and square roots, which IEEE 754 defines to the last bit, and round every result, so that every machine draws
the same bytes.
"""

from dossier.render.pictures.chord import Ring, Spot, ring
from dossier.render.pictures.fan import fan, stroke_width
from dossier.render.pictures.gutter import Link, Strip, gutter
from dossier.render.pictures.marks import mark

__all__ = ["Link", "Ring", "Spot", "Strip", "fan", "gutter", "mark", "ring", "stroke_width"]
