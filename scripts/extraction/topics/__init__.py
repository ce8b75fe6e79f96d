"""Issues: which ones an article, a passage or a headline is about, told by topics and their terms."""

from extraction.topics.catalogue import Catalogue
from extraction.topics.evidence import Evidence
from extraction.topics.topic import Topic
from extraction.topics.verdicts import CATALOGUE, classify, passages

__all__ = ["CATALOGUE", "Catalogue", "Evidence", "Topic", "classify", "passages"]
