"""Lets the command line be run as `python -m finder.cli` too."""

from finder.cli import main

main(prog_name="finder")
