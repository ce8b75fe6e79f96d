"""Base, ours, theirs in; merged record or conflict out: pure functions.

*Base* is what extraction wrote last time, *ours* the writer's file, *theirs* a fresh extraction.
"""
