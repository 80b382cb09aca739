"""``duizhao validate``: whether content is as it should be."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands.options import NOTHING_FOUND, absolute_path, json_option


@click.command()
@click.argument("path", required=False, callback=absolute_path)
@click.option(
    "--source",
    metavar="FILE",
    callback=absolute_path,
    help="A copy of the article, to prove quotations and sections against.",
)
@click.option("--article", metavar="ID", help="Which article FILE is, when there are several.")
@json_option
def validate(path: Path | None, source: Path | None, article: str | None, as_json: bool) -> None:
    """Check the content folder PATH (the shipped content without it); every complaint names file, line and mend."""
    from api.validation import report_json, report_lines, validated

    report = validated(path, source, article)
    click.echo((report_json if as_json else report_lines)(report))
    if report.complaints:
        raise SystemExit(NOTHING_FOUND)
