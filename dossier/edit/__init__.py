"""Do what an editor does: check, suggest, and begin a new file."""
