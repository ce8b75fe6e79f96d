"""Records as YAML text: new files, and changes that touch no other byte."""
