"""Languages: which one an article is written in, and how newspapers in it quote and count.

    detection   which language a text is in, by its commonest words
    reading     the readers of each language: English its own, the others those below
    language    the word lists of one language as one typed table; a language is a folder of lists
    speech      quotes, speakers and people outside English, by rules over those lists
    figures     numbers with their meaning outside English, by rules over those lists
    es fr de    the lists; a further language is a further folder, and its code in `detection.READ`

English has its own readers, `extraction.speech` and `extraction.figures`, whose weights are learned from
thousands of marked quotes; no such collection is free to learn from for the others, so they have rules.
"""

from extraction.languages.reading import Reading, read

__all__ = ["Reading", "read"]
