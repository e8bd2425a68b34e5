"""Reads pages as families will: how hard the words are, what is missing, and what promises too much."""
