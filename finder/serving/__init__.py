"""Running the site: the server, its workers, its address, and the watch over the content."""
