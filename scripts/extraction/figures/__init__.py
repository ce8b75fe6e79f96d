"""Figures of an article: numbers with their meaning, and what is no figure left alone."""

from extraction.figures.finder import find
from extraction.figures.vague import find_vague

__all__ = ["find", "find_vague"]
