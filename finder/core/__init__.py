"""The rules of the subject: trials, ages, diagnoses, answers and how they meet. Standard library only."""
