"""What terms are found by: English words and their forms, pinyin, typing errors. Pure functions."""
