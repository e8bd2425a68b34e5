"""Words in, trials out."""
