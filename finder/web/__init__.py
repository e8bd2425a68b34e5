"""What a visitor meets: thin views, presenters that speak, templates that print."""
