"""A file or folder is replaced whole or not at all, whatever happens to the process meanwhile."""
