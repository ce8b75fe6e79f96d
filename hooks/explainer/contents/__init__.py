"""The whole content folder -> records, texts, and every fault of every file."""
