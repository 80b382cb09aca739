"""A glossary's tables: what is stored of a concept, under which keys, and how it is written."""
