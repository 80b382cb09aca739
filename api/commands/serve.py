"""``duizhao serve``: the service."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands.options import content_option, database_option, settings
from api.database_url import DatabaseUrl


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address or name to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that answer."
)
@content_option
@database_option
def serve(
    host: str, port: int, workers: int, content: Path | None, database: Path | DatabaseUrl | None
) -> None:
    """Serve the pages and the API until stopped."""
    from api.server import serve_until_stopped  # the server is for serving only

    serve_until_stopped(settings(content, database), host, port, workers, announce=click.echo)
