"""The command line: ``duizhao serve | lookup | recognize | extract | check | export | freeze | import | format | validate``.

Exit codes: 0 done; 1 the answer is no (nothing found, a translation or content has faults); 2 it could not be done.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Any

import click

from api.commands.check import check
from api.commands.export import export
from api.commands.extract import extract
from api.commands.format_ import format_
from api.commands.freeze import freeze
from api.commands.import_ import import_
from api.commands.lookup import lookup
from api.commands.options import Refusal
from api.commands.recognize import recognize
from api.commands.serve import serve
from api.commands.validate import validate
from api.index_file import UnusableIndex
from api.settings import BadSetting
from translations import MalformedTag
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


for command in (serve, lookup, recognize, extract, check, export, freeze, import_, format_, validate):
    main.add_command(command)
