"""What happens when things break, tried out on the site as it is run: `python -m tests.faults` prints the table.

`pytest tests/faults` tries the same for a short while; the command takes minutes and tries it hundreds of times.
"""
