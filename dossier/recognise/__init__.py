"""Find the mentions and dates in a text, with a reason for each and for each refusal."""
