"""Feeds in every view, as Atom and as JSON Feed: what there is to read, and what changed of it (docs/embedding.md)."""

from api.feeds.routes import blueprint

__all__ = ["blueprint"]
