"""Decide from the CSS declarations that apply to an element whether its text is shown.

`stylesheets` finds which declarations apply. This is a separate module because some callers have only an
attribute ``style``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

Declarations = Mapping[str, str]

# An element that is moved so far is off every screen.
_FAR: Final = 900
_NUMBER: Final = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|vw|vh|ch|ex|cm|mm|in)?")
_PIXELS: Final = {
    "em": 16.0,
    "rem": 16.0,
    "vw": 12.0,
    "vh": 8.0,
    "ch": 8.0,
    "ex": 8.0,
    "cm": 38.0,
    "in": 96.0,
}
_NOTHING: Final = re.compile(r"0*\.?0+(?:px|pt|em|rem|%|ex|ch|vw|vh|cm|mm|in)?")
_RELATIVE: Final = re.compile(r"[\d.]+(?:em|%|ex)|inherit|larger|smaller")
_SIZE_IN_FONT: Final = re.compile(r"(?:^|\s)0(?:px|pt|em|rem|%)?(?=\s|/)")
_TRANSPARENT: Final = re.compile(
    r"transparent|(?:rgba|hsla)\([^)]*[,\s/]\s*0(?:\.0+)?%?\s*\)|#[\da-f]{6}00|#[\da-f]{3}0"
)
_FAINTEST: Final = 0.02
_FADED: Final = re.compile(r"opacity\(\s*0*\.?0+%?\s*\)")
_SIGNS: Final = re.compile(r"[\s,]+")
_NAMED: Final = {
    name: colour
    for colour, names in {
        "#fff": ("white", "#ffffff", "rgb(255, 255, 255)", "rgb(255 255 255)", "rgb(255,255,255)"),
        "#000": ("black", "#000000", "rgb(0, 0, 0)", "rgb(0 0 0)", "rgb(0,0,0)", "windowtext"),
    }.items()
    for name in names
}
_CUT_OFF: Final = re.compile(r"hidden|clip")
_CLIPPED: Final = re.compile(r"rect\(\s*(?:0|1px|1em|auto)?\D*(?:[01]\D*){2,4}\)")
_CLIP_PATH: Final = re.compile(
    r"inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0(?:px)?\s+0(?:px)?\s*(?:,\s*0(?:px)?\s+0(?:px)?\s*)*\)"
)
_SHRUNK: Final = re.compile(r"scale(?:3d|x|y)?\(\s*0(?:\.0+)?\s*[,)]")
_MOVED: Final = re.compile(r"translate(?:3d|x|y)?\(([^)]*)\)")
# With these, an element is larger than its width or height says.
_STRETCHING: Final = ("flex", "flex-grow", "flex-basis", "min-width", "min-height")
_SHARE: Final = re.compile(r"0*[1-9][\d.]*%|0*\.?0*[1-9]\d*%")
_SIDES: Final = ("left", "right", "top", "bottom", "inset-inline-start", "inset-block-start")
_MARGINS: Final = ("margin-left", "margin-top", "margin-right", "text-indent")


def is_removed(style: Declarations) -> bool:
    """Whether an element and everything in it is hidden, whatever its inner elements declare."""
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("content-visibility") == "hidden"
        or _is_faded(style)
        or _is_off_screen(style)
        or _has_no_room(style)
    )


def is_visible(style: Declarations, inherited: bool) -> bool:
    """Whether ``visibility`` lets text be seen; inner elements may set it again."""
    value = style.get("visibility", "inherit")
    if value in ("hidden", "collapse"):
        return _is_animated(style)
    return inherited if value in ("inherit", "unset") else True


def has_size(style: Declarations, inherited: bool) -> bool:
    """Whether text is large enough to be seen; a size relative to zero is zero."""
    size, font = style.get("font-size"), style.get("font", "")
    if size is None and font:
        return _SIZE_IN_FONT.search(font) is None
    if size is None or _RELATIVE.fullmatch(size):
        return inherited and not (size and _NOTHING.fullmatch(size))
    return not _NOTHING.fullmatch(size) and _pixels(size, 1) >= 1


def has_colour(style: Declarations, inherited: bool) -> bool:
    """Whether text has a colour other than its background, or a background that shows through its letters."""
    colour = style.get("color", "inherit")
    if colour in ("inherit", "unset"):
        return inherited
    behind = style.get("background-color") or style.get("background", "")
    if _SIGNS.sub("", _NAMED.get(colour, colour)) == _SIGNS.sub("", _NAMED.get(behind, behind)):
        return False
    return not _TRANSPARENT.fullmatch(colour) or "text" in _background(style)


def is_struck(style: Declarations) -> bool:
    """Whether text is shown struck through."""
    return "line-through" in f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"


def _is_animated(style: Declarations) -> bool:
    """Whether an element is hidden only for a moment, until an animation shows it."""
    return any(style.get(name, "none") != "none" for name in ("animation", "animation-name"))


def _background(style: Declarations) -> str:
    return f"{style.get('background-clip', '')} {style.get('-webkit-background-clip', '')}"


def _is_faded(style: Declarations) -> bool:
    found = _NUMBER.fullmatch(style.get("opacity", "1"))
    faded = found is not None and float(found[1]) * (0.01 if found[2] else 1) < _FAINTEST
    # An element that fades in on scrolling has a transition. So has one that shows only on hover; it stays.
    comes_in = (
        _is_animated(style) or style.get("transition", style.get("transition-property", "none")) != "none"
    )
    return (faded or _FADED.search(style.get("filter", "")) is not None) and not comes_in


def _is_off_screen(style: Declarations) -> bool:
    moved = style.get("position") in ("absolute", "fixed")
    names = (*_MARGINS, *_SIDES) if moved else _MARGINS
    shifts = _MOVED.search(style.get("transform", ""))
    lengths = [_pixels(style.get(name, "")) + _filled(style, name) for name in names]
    lengths += [_pixels(length) for length in shifts[1].split(",")] if shifts else []
    if any(length < -_FAR for length in lengths):
        return True
    return moved and any(_pixels(style.get(name, "")) > 5 * _FAR for name in _SIDES)


def _filled(style: Declarations, margin: str) -> float:
    """The padding that makes up for a negative margin: stripes over the whole width use both."""
    return _pixels(style.get(margin.replace("margin", "padding"), "")) if margin.startswith("margin") else 0


def _has_no_room(style: Declarations) -> bool:
    clipped = style.get("position") in ("absolute", "fixed") and _CLIPPED.fullmatch(style.get("clip", ""))
    if clipped or _CLIP_PATH.match(style.get("clip-path", "")) or _SHRUNK.search(style.get("transform", "")):
        return True
    cut = any(_CUT_OFF.search(style.get(name, "")) for name in ("overflow", "overflow-x", "overflow-y"))
    return (
        cut
        and not any(name in style for name in _STRETCHING)
        and any(
            style.get(name) and not _SHARE.fullmatch(style[name]) and abs(_pixels(style[name], 99)) <= 1
            for name in ("height", "max-height", "width", "max-width")
        )
    )


def _pixels(length: str, unknown: float = 0) -> float:
    """A CSS length in pixels, roughly."""
    found = _NUMBER.fullmatch(length.strip())
    return float(found[1]) * _PIXELS.get(found[2] or "", 1.0) if found else unknown
