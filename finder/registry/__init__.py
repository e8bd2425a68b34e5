"""The registry shelf: records of ClinicalTrials.gov, read and checked, of trials that nobody has summarised yet."""
