"""Figures of articles outside English: numbers with their meaning, by rules over a language's word lists.

counting    the lists of one language as one typed table
convention  which marks part thousands and decimals in one article
numerals    one number as written, in digits or words, with its magnitude
measures    the unit behind a number, or the noun that it counts
exclusions  numbers that are no figures: dates, years, times, ages, scores, names
around      how exact a number is said to be, and the time it speaks of
finder      the order of work
vague       numbers that the text leaves open
"""
