"""The search page: its form, what it found, what it offers, and what it says where nothing was found."""
