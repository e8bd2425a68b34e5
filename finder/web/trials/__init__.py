"""Pages of trials: one in both readings, lists, a register’s records, and what they show of each."""
