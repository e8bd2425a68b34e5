"""Every number that the order of results depends on, and the evidence for it.

Measured over 110,999 records with `python -m tests.bench.relevance`: nDCG@10 of the judged and R@100, first for 30
patients of TREC Precision Medicine 2017, then for 109 queries that doctors typed (SIGIR 2016). Change a number here and
run that again; small steps within a plateau mean nothing. The formula itself, BM25, is in `bm25`.

    plain BM25 in one field                 .290  .376    .314  .201
    all of what follows                     .362  .535    .343  .229
    a slip in every long word               .350  .519    .332  .217
      the same, not put right               .275  .488    .154  .058
    spelt the British way                   .362  .535    .343  .229
    without putting any word right          .362  .535    .337  .222
    without what the best records say       .330  .475    .308  .210
    without names, synonyms and kinds       .333  .535    .344  .233
    without reading age and stage           .362  .535    .343  .229
    without field weights (rebuilt)         .348  .532    .333  .227
    without stemming (rebuilt)              .369  .521    .325  .194

Reading age and stage moves only what has limits in our own terms: see the families' queries in the tests.
"""

# How often each part of a summarised trial counts, against once for its body. There are too few of these trials to
# measure: held by `tests/search/lay_queries.tsv`.
NAME, TITLE, DIAGNOSES, TREATMENTS, MARKERS, LEAD = 8, 6, 4, 2, 2, 2

# How often a diagnosis counts in a trial that takes children with more than a few: who names one looks for it first.
ONE_OF_MANY, FEW_DIAGNOSES = 1, 5

# The same for a register's record, against once for its description and criteria. Titles from 2 to 6 times and
# conditions from 1 to 4 times differ by .01 at most.
RECORD_NUMBERS, RECORD_TITLE, RECORD_CONDITIONS = 8, 3, 2
RECORD_INTERVENTIONS, RECORD_KEYWORDS, RECORD_SUMMARY = 2, 1, 1

# How much parts of a query count: a thing that was named, a word, a word of a name, a trial on a broader thing.
# At 2.0 a named thing drowns the other words (.296); words of names at 0.3 or 1.0 are .01 to .03 worse.
NAMED, WORD, PART_OF_NAME, BROADER = 1.0, 1.0, 0.6, 0.2

# How much a diagnosis counts of that: the broad ones are held by so many trials that any rarer word would beat them.
DIAGNOSIS_NAMED = 1.6

# How much words for a child's age or stage count of that: they stand in trials for others too.
OF_THE_CHILD = 0.5

# How much a named thing counts of that in a record. Our names for adults' cancers lump what records keep apart: from
# .353 at 0.3 the first set falls to .338 at 0.5 and .330 at 0.7. Since diagnoses count for more, 0.2 is what 0.3 was.
RECORD_NAMED = 0.2

# How much the second word counts that a misspelt one may have been meant to be.
SECOND_GUESS = 0.3

# How much a trial gains that takes the age, or the stage, that was understood.
FAVOUR = 1.5

# A trial that scores at least this share of another is about equally relevant: then what is open comes first.
ABOUT_EQUAL = 0.95

# How much a record that nobody has summarised keeps of its score beside a summarised trial of equal fit.
BELOW_SUMMARISED = 0.8

# How many of the best are put in order at a time.
BLOCK = 100

# What of the best records is searched for beside the query: of so many records, of each the terms that it says most
# (counted so often at most), of all those so many that no more than a share of the records hold. And how much all of
# them count against the query itself. From 3 to 8 records, 20 to 40 terms and 25 to 60 kept all do well.
RECORDS_READ, TERMS_KEPT, MOST_COUNTED, TERMS_ADDED, RARE = 5, 40, 6, 30, 0.15
FEEDBACK = 0.5
