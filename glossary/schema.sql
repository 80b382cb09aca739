-- One row a concept. rank is the editor's order; a search may stop early on it. fragment is the concept's JSON,
-- ready to be sent.
CREATE TABLE concept (
    rank          INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    subject_field TEXT NOT NULL,
    fragment      TEXT NOT NULL
);

-- What a query is compared with: the search key of every term. weight orders the statuses, preferred first.
CREATE TABLE term_key (
    key    TEXT NOT NULL,
    rank   INTEGER NOT NULL REFERENCES concept,
    lang   TEXT NOT NULL,
    term   TEXT NOT NULL,
    status TEXT NOT NULL,
    weight INTEGER NOT NULL,
    use    TEXT,
    PRIMARY KEY (key, rank, lang, term)
) WITHOUT ROWID;

CREATE INDEX term_key_rank ON term_key (rank);

-- Both softbank-ai/s2 and s2, so that either finds it.
CREATE TABLE concept_section (
    section TEXT NOT NULL,
    rank    INTEGER NOT NULL REFERENCES concept,
    PRIMARY KEY (section, rank)
) WITHOUT ROWID;

CREATE TABLE subject_field (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    title    TEXT NOT NULL
);
