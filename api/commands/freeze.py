"""``duizhao freeze``: the service as files."""

from __future__ import annotations

import os
from pathlib import Path

import click

from api.commands.options import absolute_path, content_option, database_option, json_option, settings
from api.database_url import DatabaseUrl


@click.command()
@click.argument("folder", metavar="DIR", callback=absolute_path)
@click.option(
    "--public-url",
    metavar="URL",
    help="Where the files will be (DUIZHAO_PUBLIC_URL), with the path before them: https://user.github.io/duizhao.",
)
@click.option(
    "--view",
    "views",
    metavar="VIEW",
    multiple=True,
    help="Only this language or pair (en, zh-Hans+en); again for more. Every one without it.",
)
@click.option(
    "--workers",
    default=os.cpu_count() or 1,
    show_default="one for each processor",
    type=click.IntRange(1, 64),
    help="Processes that write.",
)
@json_option
@content_option
@database_option
def freeze(
    folder: Path,
    public_url: str | None,
    views: tuple[str, ...],
    workers: int,
    as_json: bool,
    content: Path | None,
    database: Path | DatabaseUrl | None,
) -> None:
    """Write the whole site into DIR, as files that any file server can serve.

    Pages, embed pages, pictures, feeds and the API's reads; not what takes a server: search, suggestions, checks. DIR is
    new, empty, or one that this command wrote; it changes when all is written.
    """
    from api.freezing.command import freeze_into  # Flask is for the pages only

    freeze_into(settings(content, database), folder, public_url, views, workers, as_json)
