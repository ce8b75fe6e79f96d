"""Figures of an article: numbers with their meaning, and what is no figure left alone."""

from .finder import find
from .label import describe
from .vague import find_vague

__all__ = ["describe", "find", "find_vague"]
