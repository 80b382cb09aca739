"""A hit as the API and the command line send it."""

from __future__ import annotations

import json
from dataclasses import asdict

from glossary import Hit


def hit_json(hit: Hit) -> str:
    """Return a hit's ready JSON with why it matched."""
    matched = json.dumps(asdict(hit.match), ensure_ascii=False) if hit.match else "null"
    return f'{hit.fragment[:-1]},"matched":{matched}}}'
