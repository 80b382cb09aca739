-- body is the article's, the figure's or the chart's JSON (summaries.json_form); the columns beside it are what lists filter by.
CREATE TABLE article (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    body     TEXT NOT NULL
);

CREATE TABLE figure (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    article  TEXT NOT NULL REFERENCES article (id),
    section  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    unit     TEXT NOT NULL,
    said_by  TEXT,
    body     TEXT NOT NULL
);

CREATE INDEX figure_article ON figure (article, position);
CREATE INDEX figure_said_by ON figure (said_by, position);

CREATE TABLE chart (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,
    article  TEXT NOT NULL REFERENCES article (id),
    body     TEXT NOT NULL
);

CREATE INDEX chart_article ON chart (article, position);
