"""An oEmbed answer as XML: each key an element below ``<oembed>``, its value the element's text (https://oembed.com, 2.3.2).

Our own keys go further than the names and values that the specification knows. A list is an element for each of its
parts; what is told by language (`xml:lang`) or by `view` is an element for each, with the tag in that attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

_DECLARATION = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
_NONE = Markup("")

# The keys whose values are told by language or view, and the attribute that names which.
_TAGGED = {
    "alternates": "view",
    **dict.fromkeys(("exact", "measures", "period", "said_by", "text"), "xml:lang"),
}
# What no XML 1.0 document may have (https://www.w3.org/TR/xml/#charsets).
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def oembed_xml(told: Mapping[str, Any]) -> str:
    """Return the answer `told`, as it is in JSON, as XML."""
    return f"{_DECLARATION}\n{_element('oembed', told)}\n"


def _element(name: str, value: Any, attribute: Markup = _NONE) -> Markup:
    content = _NONE.join(_elements(value)) if isinstance(value, Mapping) else _text(value)
    return Markup("<{0}{1}>{2}</{0}>").format(name, attribute, content)


def _elements(values: Mapping[str, Any]) -> Iterator[Markup]:
    for name, value in values.items():
        if name in _TAGGED:
            for tag, text in value.items():
                yield _element(name, text, Markup(' {}="{}"').format(_TAGGED[name], tag))
        else:
            for part in value if isinstance(value, list) else [value]:
                yield _element(name, part)


def _text(value: object) -> str:
    return _UNWRITABLE.sub("", str(value))
