"""Files in; trials, or problems for their editor, out."""
