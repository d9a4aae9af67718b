"""Published clinical scores, as tables: an answer is the set of levels still possible."""
