"""Fonts for pictures, and which characters they have (README.md)."""
