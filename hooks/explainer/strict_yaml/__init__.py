"""YAML, strictly: events and places in, a value or every fault out; and back, changing no other byte."""
