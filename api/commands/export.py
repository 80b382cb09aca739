"""``duizhao export``: the glossary as a file for a tool."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands.options import absolute_path, content_option, database_option, json_option, settings
from api.database_url import DatabaseUrl


@click.command()
@click.argument("profile", required=False)
@click.option(
    "--source", metavar="TAG", help="Source language, as your tool spells it: zh-Hans, zh_CN, en-US."
)
@click.option("--target", metavar="TAG", help="Target language.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    callback=absolute_path,
    help="File to write; standard output without it.",
)
@click.option(
    "--base",
    default="",
    metavar="URL",
    help="Where the service is (DUIZHAO_PUBLIC_URL): ids in linked data are addresses there.",
)
@json_option
@content_option
@database_option
def export(
    profile: str | None,
    source: str | None,
    target: str | None,
    output: Path | None,
    base: str,
    as_json: bool,
    content: Path | None,
    database: Path | DatabaseUrl | None,
) -> None:
    """Write the glossary as a file for a tool; without PROFILE, list the forms.

    Lists of pairs are written from zh-Hans to en, forms that have room for it in every language, unless --source
    and --target say otherwise. What a form cannot carry is left out and told on standard error. --json is for the
    list, and for what is left out: an object on each line.
    """
    from api.commands.export_file import export_to, list_profiles, profiles_json

    if profile is None:
        click.echo(profiles_json() if as_json else "\n".join(list_profiles()))
    else:
        export_to(settings(content, database), profile, source, target, output, base.rstrip("/"), as_json)
