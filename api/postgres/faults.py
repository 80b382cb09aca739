"""What went wrong with a database, in one line that has no secret in it."""

from __future__ import annotations

from typing import Any

from api.database_url import DatabaseUrl
from api.index_file import UnusableIndex

_OTHER = "or name another database with DUIZHAO_DATABASE"


def driver(url: DatabaseUrl) -> Any:
    """Return asyncpg, which is installed where PostgreSQL is wanted only."""
    try:
        import asyncpg
    except ModuleNotFoundError as error:
        raise UnusableIndex(
            f"{url}: the driver of PostgreSQL is missing; pip install 'duizhao[postgres]'"
        ) from error
    return asyncpg


def unusable(url: DatabaseUrl, error: Exception) -> UnusableIndex:
    """Return what to raise for an `error` of the driver's."""
    return UnusableIndex(f"{url}: {_told(error)}")


def is_lost(error: Exception) -> bool:
    """Whether the connection is gone, so that another may do better."""
    import asyncpg

    if isinstance(error, asyncpg.QueryCanceledError):  # by the time limit on a statement
        return False
    lost = (asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, asyncpg.InterfaceError)
    return isinstance(error, (*lost, OSError))  # TimeoutError is one


def _told(error: Exception) -> str:
    import asyncpg

    match error:
        case asyncpg.InvalidAuthorizationSpecificationError():
            return "the server does not let this user in; correct the user or the password"
        case asyncpg.InvalidCatalogNameError():
            return f"there is no such database; create it, {_OTHER}"
        case asyncpg.InsufficientPrivilegeError():
            return f"{_first_line(error)}; grant what docs/postgres.md lists"
        case asyncpg.CannotConnectNowError() | asyncpg.TooManyConnectionsError():
            return f"{_first_line(error)}; try again in a moment"
        case asyncpg.PostgresError():
            return _first_line(error)
        case TimeoutError():
            return "the server does not answer in time; see that it runs"
        case OSError():
            return (
                f"no server is reached ({error.strerror or type(error).__name__}); see that it runs, {_OTHER}"
            )
        case asyncpg.InterfaceError() if "closed" in str(error):
            return "the server closed the connection"
    # Not in its own words: the driver repeats parts of an address that it cannot read.
    return f"the database cannot be used ({type(error).__name__}); see the address, {_OTHER}"


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
