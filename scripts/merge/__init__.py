"""Base, ours, theirs in; merged record or conflict out: pure functions."""
