"""The service as files: what ``duizhao freeze`` writes, and any file server can serve (docs/static.md)."""
