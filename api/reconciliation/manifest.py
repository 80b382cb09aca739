"""The service manifest: what the service offers, and where."""

from __future__ import annotations

from typing import Any

from flask import current_app, url_for

from api.addresses import full_address
from api.messages import message
from api.negotiation import words
from api.reconciliation.entities import Entities
from translations import N_

VERSION = "0.2"
PREVIEW = {"width": 430, "height": 250}

# What every entity is (https://www.w3.org/TR/skos-reference/#concepts).
_SCHEMA_SPACE = "http://www.w3.org/2004/02/skos/core#Concept"
_PLACE = "-0-"  # stands for an id where an address is made, and occurs nowhere else in one of ours


def manifest(entities: Entities) -> dict[str, Any]:
    """Return the manifest for a reader; its addresses are full, and lead to the same language."""
    language = entities.language
    return {
        "versions": [VERSION],
        "name": message(N_("Duizhao: Chinese and English terms")).told(words()),
        "identifierSpace": _template("terms.show_term").removesuffix("{{id}}"),
        "schemaSpace": _SCHEMA_SPACE,
        "documentation": full_address(url_for("docs.show_docs", locale=language)),
        "logo": full_address(url_for("static", filename="icon.svg", version=None)),
        "serviceVersion": current_app.config["API_VERSION"],
        "defaultTypes": list(entities.types),
        "view": {"url": _template("pages.term", view=language)},
        "preview": {"url": _template("reconciliation.preview_entity", language=language), **PREVIEW},
        "suggest": {
            kind: _service(f"reconciliation.suggest_{plural}", language)
            for kind, plural in (("entity", "entities"), ("property", "properties"), ("type", "types"))
        },
        "extend": {
            "propose_properties": _service("reconciliation.propose_properties", language),
            "property_settings": [],
        },
        "batchSize": current_app.config["DUIZHAO_MOST_QUERIES"],
    }


def _template(endpoint: str, **values: Any) -> str:
    return full_address(url_for(endpoint, term_id=_PLACE, **values).replace(_PLACE, "{{id}}"))


def _service(endpoint: str, language: str) -> dict[str, str]:
    """Clients put the two together; no query string, for OpenRefine puts its own behind them without looking."""
    return {"service_url": full_address(""), "service_path": url_for(endpoint, language=language)}
