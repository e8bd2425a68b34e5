"""The colours of the stylesheet, held to WCAG 2.2 AA in light and dark."""

import re

import pytest

from tests.conftest import PROJECT

CSS = (PROJECT / "static" / "site.css").read_text("utf-8")
DARK_FROM = CSS.index("@media screen and (prefers-color-scheme: dark)")
DARK_TO = CSS.index("*,\n*::before")
GROUNDS = ("paper", "surface", "tint", "tint-2")
TEXTS = [
    *((text, ground) for text in ("ink", "muted", "link", "visited") for ground in GROUNDS),
    ("on-brand", "brand"),
    ("on-brand", "brand-2"),
    ("brand", "surface"),
    ("brand", "paper"),
    ("bad", "bad-tint"),
    ("bad", "paper"),
    ("on-focus", "focus"),
    ("ink", "soon-bg"),
    *((status, f"{status}-bg") for status in ("open", "soon", "shut", "done")),
]
EDGES = [("edge", "surface"), ("edge", "paper"), ("brand", "paper"), ("brand", "line"), ("on-focus", "sun")]


def colours(css):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", css))


LIGHT = colours(CSS[:DARK_FROM])
THEMES = {"light": LIGHT, "dark": {**LIGHT, **colours(CSS[DARK_FROM:DARK_TO])}}


def luminance(colour):
    """Relative luminance of a colour, by WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXTS, 4.5), (EDGES, 3.0)], ids=["text", "edges"])
def test_colours_keep_their_contrast(theme, pairs, least):
    tokens = THEMES[theme]
    faint = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < least} == {}


def test_the_dark_theme_really_is_another():
    assert len(colours(CSS[DARK_FROM:DARK_TO])) > 20
