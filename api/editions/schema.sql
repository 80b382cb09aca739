-- What embedded items said before, in the order in which it was replaced or withdrawn. body is an edition's JSON
-- (json_form.py), revision names it, until is when that was (UTC, RFC 3339), withdrawn whether nothing came after it then.
CREATE TABLE edition (
    number    INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,
    id        TEXT NOT NULL,
    revision  TEXT NOT NULL,
    until     TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    body      TEXT NOT NULL
);

CREATE INDEX edition_item ON edition (kind, id, number);

-- Sections, figures and charts that are no more, and what stands in their place. Terms have a table of their own (replaced).
CREATE TABLE successor (
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    by_id TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
