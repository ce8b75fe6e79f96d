"""One YAML file, strictly: events and places in, a record or every fault out."""
