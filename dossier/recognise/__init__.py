"""Find the mentions and dates of a text, with the reason of each and of each refusal."""
