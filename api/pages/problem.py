"""The page that says what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import render_template

from api.pages.frame import problem_frame


def problem_page(problem: Mapping[str, Any]) -> str:
    """Return the page of an RFC 9457 problem as `api.problems.body` told it."""
    return render_template("problem.html", frame=problem_frame(), problem=problem)
