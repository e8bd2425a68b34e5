"""What stands before every page: security headers, limits on requests and their rate, the access log."""
