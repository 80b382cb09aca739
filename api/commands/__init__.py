"""Commands of ``duizhao`` that are more than a call: what they take, and how they show what they found."""
