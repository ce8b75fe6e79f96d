"""Quotes, speakers and people of articles outside English, by rules over a language's word lists.

marks        the quotation marks of every style in a text, and dialogue behind dashes
narrative    what stands between the quotes, as words and a string of word classes
phrases      the noun phrases that can name a speaker
register     all people an article names
cues         the reporting clause beside a quote, and its subject
quotes       the order of work
"""
