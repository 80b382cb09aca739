"""What embedded items said at one time, kept from index to index (docs/decisions/editions.md). No Flask in here."""
