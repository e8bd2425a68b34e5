"""Every number that ranking depends on, and why it is what it is.

Measured with `python -m tests.bench.relevance`; change one here and run that again.
"""

# BM25F: how much a long text loses, and how soon a repeated word stops counting.
B, K1 = 0.55, 1.2

# How often each part of a summarised trial counts, against once for its body.
NAME, TITLE, DIAGNOSES, TREATMENTS, MARKERS, LEAD = 8, 6, 4, 2, 2, 2

# The same for a register's record, against once for its description and criteria.
RECORD_NUMBERS, RECORD_TITLE, RECORD_CONDITIONS, RECORD_INTERVENTIONS, RECORD_KEYWORDS, RECORD_SUMMARY = (
    8,
    3,
    2,
    2,
    1,
    1,
)

# How much parts of a query count: a thing that was named, a word, a word of a name, a trial on a broader thing.
NAMED, WORD, PART_OF_NAME, BROADER = 1.0, 1.0, 0.6, 0.2

# How much the second word counts that a misspelt one may have been meant to be.
SECOND_GUESS = 0.3

# How much a trial gains that takes the age, or the stage, that was understood.
FAVOUR = 1.3

# A trial that scores at least this share of another is about equally relevant: then what is open comes first.
ABOUT_EQUAL = 0.95

# How much a record that nobody has summarised keeps of its score beside a summarised trial of equal fit.
BELOW_SUMMARISED = 0.8

# How many of the best are put in order at a time.
BLOCK = 200

# How much of that a thing that was named counts in a register's records, which lump what our names keep apart.
RECORD_NAMED = 0.5

# What of the best records is searched for beside the query: of so many records, of each the terms that it says most
# (counted so often at most), of all those so many that no more than a share of the records hold. And how much all of
# them count against the query itself.
RECORDS_READ, TERMS_KEPT, MOST_COUNTED, TERMS_ADDED, RARE = 5, 40, 6, 30, 0.05
FEEDBACK = 0.5
