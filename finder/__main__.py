"""`python -m finder`, for when the `finder` command is not on the path."""

from finder.cli import main

main(prog_name="finder")
