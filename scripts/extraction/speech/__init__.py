"""Quotes of an article, their kinds and speakers. The map of the work, from marks to names:

marks        quotation marks, paired
tokens       words and signs, each of one class
mentions     runs of tokens that name or describe somebody
clauses      subject, verb and object around a quotation
frames       a quotation with the sentence that holds it
kinds        is it speech, a fragment, or a word held at a distance?
sources      who could be its speaker        speakers   who is the likeliest
people       all names of an article         naming     which of them a mention means
cast         the people an article is told by
notes        what a writer had better look at
quotes       the order of work, no rules of its own
"""
