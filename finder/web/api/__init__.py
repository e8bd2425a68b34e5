"""The interface for programs, and its description of itself."""
