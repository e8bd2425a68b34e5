"""Trial Finder: clinical trials for children and young people with cancer, in plain words.

The rooms, each standing only on those named after it: `web` and `cli` on `snapshot` and `search`,
those on `content`, and `content` on `core`, which needs nothing but Python's standard library.
"""
