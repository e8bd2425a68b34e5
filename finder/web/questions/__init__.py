"""The four questions: their pages, the answers in their cookie, and the results."""
