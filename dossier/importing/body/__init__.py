"""The text of a page: told from what surrounds it, and written as Markdown that reads as the page did."""
