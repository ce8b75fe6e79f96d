"""Article text in, candidates out: pure functions, no files, no YAML."""
