"""What of the patterns' file is known without numpy."""

from __future__ import annotations

# Raise it when the layout or the folding changes.
LAYOUT = 1


class DamagedPatterns(ValueError):
    """The file is none of ours, of another layout, or not whole."""
