"""Countries by the two letters of ISO 3166, named in the site's language by CLDR.

Babel is loaded where somebody asks: few records name a country, and an edit's build has no other use for it.
"""

from explainer.records.parts import Place
from explainer.words import Words

_NO_COUNTRIES = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Codes of unions, tests and the unknown, which CLDR names beside the countries."""


def is_country(code: str) -> bool:
    """Return whether a code of two letters is a country's or a territory's."""
    from babel.core import get_global

    return code in get_global("territory_languages") and code not in _NO_COUNTRIES


def country_name(code: str, words: Words) -> str:
    """Return a country's name in the language of the words, in English where that language lacks it."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(words.language, sep="-").territories
    except (ValueError, UnknownLocaleError):
        names = Locale("en").territories
    return str(names.get(code) or Locale("en").territories[code])


def place_name(place: Place, words: Words) -> str:
    """Return a place with its country, or the country alone."""
    country = country_name(place.country, words)
    return f"{place.name}, {country}" if place.name else country
