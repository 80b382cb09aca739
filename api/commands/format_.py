"""``duizhao format``: a quantity as a locale writes it."""

from __future__ import annotations

import click

from api.commands.options import Refusal, json_option, locale_option
from translations import Modifier, ReaderLocale


@click.command("format", context_settings={"ignore_unknown_options": True})  # -0.5 is a number
@click.argument("value")
@click.argument("unit")
@click.option(
    "--modifier",
    type=click.Choice([modifier.value for modifier in Modifier]),
    help="How sure the writer was.",
)
@locale_option
@json_option
def format_(value: str, unit: str, modifier: str | None, reader: ReaderLocale, as_json: bool) -> None:
    """Write VALUE UNIT in a locale: 5.3e12 JPY, 1/9 ratio, 70..90 percent, -0.5 percentage_point."""
    from api.formatting import format_json, format_table
    from translations.writing import OWN_UNITS, UnknownUnit, parse_quantity

    try:
        quantity = parse_quantity(value, unit, modifier)
        click.echo((format_json if as_json else format_table)(quantity, reader.formatting))
    except UnknownUnit:
        units = ", ".join(OWN_UNITS)
        raise Refusal(
            f"{unit!r} is no unit; use an ISO 4217 code (JPY), a CLDR unit (gigawatt, year) or one of {units}"
        ) from None
    except ValueError as error:
        raise Refusal(str(error)) from None
