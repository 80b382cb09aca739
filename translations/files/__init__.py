"""Files from strangers: text, tables and XML, read in bounded memory, and every fault told with its place."""

from translations.files.faults import BadFile, quoted

__all__ = ["BadFile", "quoted"]
