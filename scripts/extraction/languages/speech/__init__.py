"""Quotes, speakers and people of articles outside English, by rules over a language's word lists.

marks        the quotation marks of every style in a text, and dialogue behind dashes
narrative    what stands between the quotes, as words and a string of word classes
phrases      the noun phrases that can name a speaker
register     all people an article names
subjects     which of them a verb of speech takes
attributions "according to X", and clauses that deny the words
texts        papers and texts as sources
clauses      German clauses that name the source far from the verb
cues         the reporting clause beside a quote, and its subject
earlier      who speaks where the quote has no clause of its own
speakers     the subject as a full name
quotes       the order of work
"""
