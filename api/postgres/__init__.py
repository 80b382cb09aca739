"""The index in PostgreSQL: copied there from the file that it is built as, and read with the same statements."""
