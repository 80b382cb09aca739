"""The floor to measure a service by: a Flask application whose views are empty, and an empty flask-smorest application.

    python benchmarks/floor.py flask PORT WORKERS SIZE...        answers /SIZE with as many bytes
    python benchmarks/floor.py smorest PORT WORKERS

Under granian as `duizhao serve` runs it.
"""

from __future__ import annotations

import os
import sys

from flask import Flask, Response


def flask() -> Flask:
    """Return an application that answers ``/N`` with N bytes of JSON for each N of the environment's FLOOR_SIZES."""
    app = Flask("floor")

    def view(size: int) -> None:
        body = b"[" + b" " * (size - 2) + b"]"
        app.add_url_rule(f"/{size}", f"floor{size}", lambda: Response(body, mimetype="application/json"))

    for size in map(int, os.environ["FLOOR_SIZES"].split()):
        view(size)
    return app


def smorest() -> Flask:
    """Return an empty flask-smorest application with one view."""
    from flask_smorest import Api, Blueprint

    app = Flask("floor")
    app.config.update(API_TITLE="floor", API_VERSION="1", OPENAPI_VERSION="3.1.0")
    blueprint = Blueprint("floor", "floor")
    blueprint.route("/readyz")(lambda: Response(b"{}", mimetype="application/json"))
    Api(app).register_blueprint(blueprint)
    return app


if __name__ == "__main__":
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    kind, port, workers, *sizes = sys.argv[1:]
    os.environ["FLOOR_SIZES"] = " ".join(sizes)
    os.environ["PYTHONPATH"] = os.path.dirname(__file__)
    Granian(
        f"floor:{kind}",
        factory=True,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=int(workers),
        blocking_threads=1,
        log_level=LogLevels.warning,
    ).serve()
