"""A calculator arranged as a page shows it: questions, scoring table, worked examples, words for the form."""
