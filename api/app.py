"""The application: the one place where everything is put together."""

from __future__ import annotations

from importlib.metadata import version

from flask import Flask

from api import (
    articles,
    assets,
    caching,
    changes,
    checking,
    description,
    embedding,
    errors,
    exports,
    extraction,
    feeds,
    figures,
    links,
    negotiation,
    operations,
    recognition,
    reconciliation,
    reference_rates,
    requests,
    suggestions,
    term_lookup,
    terms,
)
from api.embedding import frames, oembed, script
from api.freezing import root_pages
from api.freezing.site import StaticSite
from api.index import Index, open_index, store_at
from api.kept_answers import KeptAnswers
from api.library import Shelf, install
from api.pages import pages
from api.pages.view import View
from api.plain_searches import PlainSearches
from api.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application over the content and index that `settings` name, the environment's when None.

    Raises `ContentError` for content that cannot be served and `UnusableIndex` for an index that
    cannot be read or made; both say what to do.
    """
    settings = settings or Settings.from_environment()
    return application(settings, open_index(settings))


def application(settings: Settings, index: Index) -> Flask:
    """Return the application over an `index` that is open already."""
    site = StaticSite if settings.static else Flask
    app = site("api", instance_path=str(settings.instance), static_folder=None)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(settings.limits(), MAX_CONTENT_LENGTH=settings.longest_body)
    app.config["DUIZHAO_PUBLIC_URL"] = settings.public_url
    app.config["DUIZHAO_STATIC"] = app.jinja_env.globals["static_site"] = settings.static
    app.config["DUIZHAO_VIEWS"] = tuple(map(View.parse, settings.views)) or View.all()
    shelf = Shelf(store_at(settings.index), index)
    install(app.extensions, shelf)
    reference_rates.register(app)
    for hooks in (caching, negotiation, requests, errors, links, assets):
        hooks.register(app)
    nouns = (
        terms,
        term_lookup,
        recognition,
        suggestions,
        changes,
        articles,
        figures,
        extraction,
        checking,
        exports,
        reconciliation,
        operations,
        frames,
        oembed,
        script,
    )
    # Before what is described: these teach the rules to say <view:view> and <item:item>.
    app.register_blueprint(pages)
    embedding.register(app)
    app.register_blueprint(feeds.blueprint)
    if settings.static:
        root_pages.register(app)
    description.describe(app, version("duizhao"), [noun.blueprint for noun in nouns])
    app.wsgi_app = KeptAnswers(  # type: ignore[method-assign]
        app.wsgi_app, shelf, PlainSearches(settings.public_url)
    )
    return app
