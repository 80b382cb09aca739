"""The glossary in other tools' formats: what readers and writers share stands here, writers in `writing`."""
