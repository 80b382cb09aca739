"""Finding terms: what a search asks, and how a query and a term are held against each other."""
