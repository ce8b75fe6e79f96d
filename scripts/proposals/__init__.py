"""What extraction found, as records a writer can go on with: pure functions, no files, no YAML."""
