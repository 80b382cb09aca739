"""The command line: ``duizhao serve | lookup | recognize | extract | check | export | import | format | validate``.

Exit codes: 0 done; 1 the answer is no (nothing found, a translation or content has faults); 2 it could not be done.
"""

from __future__ import annotations

import os
import re
import sys
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from api.commands.check import check
from api.commands.extract import extract
from api.commands.options import (
    NOTHING_FOUND,
    Refusal,
    absolute_path,
    json_option,
    language,
    locale_option,
)
from api.commands.options import content_option as _content_option
from api.commands.options import database_option as _database_option
from api.commands.options import settings as _settings
from api.database_url import DatabaseUrl
from api.index_file import UnusableIndex
from api.settings import BadSetting
from glossary import MatchMode, TermQuery
from translations import MalformedTag, Modifier, ReaderLocale
from translations.complaints import ContentError


class _Group(click.Group):
    """Turns what the libraries refuse into lines instead of tracebacks."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for argument in args:
            try:
                argument.encode()
            except UnicodeEncodeError as error:
                shown = argument.encode(errors="replace").decode()
                raise Refusal(f"{shown!r} is not UTF-8; type it again") from error
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal that lacks Chinese still gets its answer
        try:
            return super().invoke(ctx)
        except (ContentError, UnusableIndex, BadSetting, MalformedTag) as error:
            raise Refusal(str(error)) from error
        except click.UsageError as error:  # click would print the usage above it
            place = error.ctx.command_path if error.ctx else ctx.command_path
            raise Refusal(f"{error.format_message()} See {place} --help.") from error
        except BrokenPipeError:  # the reader of our output has seen enough (head)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        except OSError as error:
            raise Refusal(f"{error.filename or 'output'}: {error.strerror}") from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("duizhao"), prog_name="duizhao")
def main() -> None:
    """Duizhao: Chinese business articles in two languages, with figures that read right in every locale."""


main.add_command(extract)
main.add_command(check)


def _names(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",")) if value else ()


def _prefix(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not re.fullmatch("[A-Za-z][A-Za-z0-9._-]{0,39}", value):
        raise Refusal(
            f"--prefix {value}: this begins no id; write letters, digits and hyphens, a letter first"
        )
    return value


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address or name to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option(
    "--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that answer."
)
@_content_option
@_database_option
def serve(
    host: str, port: int, workers: int, content: Path | None, database: Path | DatabaseUrl | None
) -> None:
    """Serve the pages and the API until stopped."""
    from api.server import serve_until_stopped  # the server is for serving only

    serve_until_stopped(_settings(content, database), host, port, workers, announce=click.echo)


@main.command()
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--file", "file", metavar="FILE", help="Look up each line of FILE, too; - is standard input.")
@click.option(
    "--match",
    default="auto",
    show_default=True,
    type=click.Choice([mode.value for mode in MatchMode]),
    help="How to compare.",
)
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Concepts at most, for each."
)
@locale_option
@json_option
@_content_option
@_database_option
def lookup(
    texts: tuple[str, ...],
    file: str | None,
    match: str,
    limit: int,
    reader: ReaderLocale,
    as_json: bool,
    content: Path | None,
    database: Path | DatabaseUrl | None,
) -> None:
    """Look each TEXT up in the glossary, in any language and script.

    Exit code 1 when nothing is found for one of them.
    """
    from api.commands.lookup import look_up

    wanted = TermQuery("", MatchMode(match), limit=limit, reader=reader.content)
    if not look_up(_settings(content, database), texts, file, wanted, as_json=as_json, echo=click.echo):
        raise SystemExit(NOTHING_FOUND)


@main.command()
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
@_content_option
@_database_option
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
    from api.commands.export import export_to, list_profiles, profiles_json

    if profile is None:
        click.echo(profiles_json() if as_json else "\n".join(list_profiles()))
    else:
        export_to(_settings(content, database), profile, source, target, output, base.rstrip("/"), as_json)


@main.command()
@click.argument("file")
@click.option(
    "--lang",
    metavar="TAG",
    callback=language,
    help="BCP 47 tag of the text, Chinese or English; else guessed.",
)
@click.option(
    "--target", metavar="TAG", callback=language, help="BCP 47 tag of the language to translate into."
)
@click.option("--json", "form", flag_value="json", help="The terms as the API has them.")
@click.option("--html", "form", flag_value="html", help="The text with its terms marked.")
@click.option("--xliff", "form", flag_value="xliff", help="XLIFF 2.1 with the glossary module.")
@click.option("--prompt", "form", flag_value="prompt", help="A list of the terms for a language model.")
@click.option(
    "--max-bytes",
    default=2000,
    show_default=True,
    type=click.IntRange(1),
    help="Bytes of a --prompt at most.",
)
@_content_option
@_database_option
def recognize(
    file: str,
    lang: str | None,
    target: str | None,
    form: str | None,
    max_bytes: int,
    content: Path | None,
    database: Path | DatabaseUrl | None,
) -> None:
    """Find the glossary's terms in the text FILE (-: standard input), Chinese, English or both.

    Exit code 1 when there are none.
    """
    from api.commands.recognize import recognize_in

    if not recognize_in(_settings(content, database), file, lang, target, form, max_bytes):
        raise SystemExit(NOTHING_FOUND)


@main.command("import")
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--mode",
    default="merge",
    show_default=True,
    type=click.Choice(["merge", "replace"]),
    help="Concepts join the glossary, each in the place of the one that has its id; or are all of it.",
)
@click.option("--dry-run", is_flag=True, help="Do everything but the last step; the report is the same.")
@click.option("--strict", is_flag=True, help="Import nothing where anything is refused.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tbx", "csv", "tmx", "omegat", "utx", "cedict", "json", "yaml"]),
    help="What the files are; they tell it by themselves.",
)
@click.option("--field", metavar="NAME", help="Subject field of entries that have none.")
@click.option(
    "--source-lang", metavar="TAG", callback=language, help="BCP 47 tag, where a file does not say it."
)
@click.option(
    "--target-lang", metavar="TAG", callback=language, help="BCP 47 tag, where a file does not say it."
)
@click.option(
    "--columns",
    metavar="NAME,…",
    callback=_names,
    help="What the columns of a table are, in the words of headings (id,zh-Hans,en,note); - is left out.",
)
@click.option(
    "--prefix",
    default="c",
    show_default=True,
    metavar="NAME",
    callback=_prefix,
    help="Before ids that are numbers.",
)
@click.option("--report", metavar="FILE", callback=absolute_path, help="File to write every refusal to.")
@json_option
@_content_option
@_database_option
def import_(
    paths: tuple[Path, ...],
    mode: str,
    dry_run: bool,
    strict: bool,
    form: str | None,
    report: Path | None,
    as_json: bool,
    content: Path | None,
    database: Path | DatabaseUrl | None,
    **said: Any,
) -> None:
    """Bring glossaries into the index: TBX, CSV, TSV, TMX, OmegaT, UTX, CC-CEDICT, JSON, YAML, also gzipped.

    All files in one step: the service answers from the old glossary until the new one is whole. Entries that cannot
    be taken are told with their place, and the others imported. Exit code 1: something was refused.
    """
    from api.commands.import_ import run_import

    settings = _settings(content, database)
    if not run_import(
        settings, paths, mode, form, said, report, dry_run=dry_run, strict=strict, as_json=as_json
    ):
        raise SystemExit(NOTHING_FOUND)


@main.command("format", context_settings={"ignore_unknown_options": True})  # -0.5 is a number
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


@main.command()
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
