"""The forms in which a text's terms are sent: JSON, HTML, XLIFF, and a list for a language model's prompt."""
