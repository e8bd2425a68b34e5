"""How findings, verdicts and problems are written for programs, and for people at a command line."""
