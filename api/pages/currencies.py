"""The reader's currency: that of the page's language, or the one chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.numbers import get_currency_name
from marshmallow import Schema, ValidationError, fields

from api.messages import message
from api.pages.forms import Option, options
from api.pages.view import View
from api.reference_rates import reference_rates
from api.requests import as_error
from translations import N_, Kind, local_currency
from translations.writing import supported_unit

# Those of most readers; TWD is no reference currency, and what is missing is said.
_FIRST = ("USD", "CNY", "JPY", "EUR", "HKD", "TWD", "GBP", "KRW")

_NO_CURRENCY = N_("This is no currency. Use an ISO 4217 code: USD, CNY, JPY.")
_CODE_LENGTH = 3


class _Currency(fields.String):
    """An ISO 4217 code in either case."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        code = str(super()._deserialize(value, attr, data, **kwargs)).upper()
        if len(code) != _CODE_LENGTH or supported_unit(code) is not Kind.MONEY:
            raise ValidationError(as_error(message(_NO_CURRENCY)))
        return code


class CurrencyQuery(Schema):
    """Beside other parameters: `currency`, into which amounts are converted."""

    currency = _Currency()


def reader_currency(view: View, query: Mapping[str, Any]) -> str:
    """Return the currency that `query` asks for, as `CurrencyQuery` loads it, else that of the page's language."""
    return str(query.get("currency") or local_currency(view.locale))


def currency_options(view: View, selected: str | None) -> tuple[Option, ...]:
    """Return the currencies to choose from: the common ones, then those of today's reference rates by code."""
    published = sorted(reference_rates().last().per_euro)
    codes = dict.fromkeys((*_FIRST, *published, *([selected] if selected else ())))
    return options(((code, f"{_name(code, view)} ({code})") for code in codes), selected)


def _name(code: str, view: View) -> str:
    return get_currency_name(code, locale=view.locale)
