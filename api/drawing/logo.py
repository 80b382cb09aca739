"""Draws the site's sign as the picture that search engines want of a publisher: ``python -m api.drawing.logo``."""

from __future__ import annotations

from pathlib import Path

from api.drawing.png import png

# In px; Google asks for 112 at least (https://developers.google.com/search/docs/appearance/structured-data/organization).
SIZE = 256
_SIGN = 32  # the size of icon.svg
_STATIC = Path(__file__).parents[1] / "static"


def logo() -> bytes:
    """Return the sign as PNG."""
    sign = (_STATIC / "icon.svg").read_text(encoding="utf-8")
    return png(sign, "en", SIZE / _SIGN)


if __name__ == "__main__":
    (_STATIC / "logo.png").write_bytes(logo())
