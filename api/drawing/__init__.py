"""Charts and cards as pictures, and pictures as pixels: where each bar goes, how lines break, PNG. No Flask in here."""
