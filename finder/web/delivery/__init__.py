"""How pages are sent: their caching headers, made smaller, and kept ready."""
