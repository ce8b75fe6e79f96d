"""Bringing content/ up to date with its articles: read all, extract, merge, write all or nothing."""
