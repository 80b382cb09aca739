"""``/reconcile``: the Reconciliation Service API 0.2, by which OpenRefine matches the cells of a spreadsheet.

https://reconciliation-api.github.io/specs/0.2/
"""

from api.reconciliation.routes import blueprint

__all__ = ["blueprint"]
