"""Find the text of a page among what surrounds it, and write it as Markdown that reads as the page did."""
