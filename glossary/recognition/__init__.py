"""Terms in running text (docs/recognition.md).

Nothing is imported with it: `recognizer`, `recognition` and `build` bring numpy, which a process that reads no text
does without.
"""
