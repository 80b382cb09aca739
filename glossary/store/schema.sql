-- One row a concept. rank is the order in which concepts are told: the editor's, and in an import the shorter headword
-- first. record is the concept: the number of its shape, and its texts (record.py).
CREATE TABLE concept (
    rank   INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL
);

-- What records have in common: their JSON with gaps, and which texts are terms, keys and readings; JSON,
-- deflated (record.py).
CREATE TABLE shape (
    number INTEGER PRIMARY KEY,
    shape  BLOB NOT NULL
);

-- Everything that a query can be compared with as a whole or by its beginning; the first character says what it is
-- (keys.py). entries are the concepts with the key, by weight and rank, 4 bytes each (postings.py); weight is that of the best
-- status among a concept's terms with the key, 0 for preferred.
CREATE TABLE term_key (
    key     TEXT NOT NULL PRIMARY KEY,
    entries BLOB NOT NULL
) WITHOUT ROWID;

-- Ranks in the order of weight and rank, by the name of what they share: each beginning of keys, and each key, that
-- more concepts share than are read from term_key in a moment (postings.py); every Han character and every two in
-- sequence; every language, status, subject field and section; and, in the order of the alphabet instead, every letter of
-- each content language (headings.py). total stands in part 0.
CREATE TABLE posting (
    name  TEXT NOT NULL,
    part  INTEGER NOT NULL,
    total INTEGER NOT NULL,
    ranks BLOB NOT NULL,
    PRIMARY KEY (name, part)
) WITHOUT ROWID;

-- The words of Latin letters that terms have, for finding what a mistyped one was meant to be.
CREATE TABLE word (
    number INTEGER PRIMARY KEY,
    word   TEXT NOT NULL UNIQUE
);

CREATE TABLE subject_field (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL
);

-- Ids that were merged into another concept's, and where they lead.
CREATE TABLE replaced (
    id    TEXT NOT NULL PRIMARY KEY,
    by_id TEXT NOT NULL
) WITHOUT ROWID;

-- What became of concepts since the first index: added, changed, withdrawn, or merged into by_id. at is a time in UTC (RFC 3339).
CREATE TABLE change (
    revision INTEGER NOT NULL,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at       TEXT NOT NULL,
    by_id    TEXT,
    PRIMARY KEY (revision, id)
) WITHOUT ROWID;

CREATE INDEX change_id ON change (id);
