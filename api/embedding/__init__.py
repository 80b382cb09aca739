"""What other sites embed: cards of articles, sections, figures, charts and terms (docs/embedding.md)."""

from flask import Flask

from api.embedding import discovery, frames, images, oembed, script
from api.embedding.items import teach
from api.embedding.sharing import shared

__all__ = ["frames", "images", "oembed", "register", "script"]


def register(app: Flask) -> None:
    """Serve what is embedded."""
    teach(app.url_map)
    app.jinja_env.globals["shared"] = shared
    app.jinja_env.globals["discovery"] = discovery.discovery_of_request
    discovery.register(app)
