"""Which currencies a figure's own words can mean: by sign, by code, by name.

A name such as "pesos" stands for several, a code or a marked dollar (A$) for one.
"""

import re
from collections.abc import Iterator

from explainer.text.pattern import pattern

_SIGNS = {
    "€": frozenset(("EUR",)),
    "£": frozenset(("GBP", "EGP", "LBP", "SYP", "GIP", "FKP", "SHP", "SSP", "SDG")),
    "¥": frozenset(("JPY", "CNY")),
    "₹": frozenset(("INR",)),
    "₩": frozenset(("KRW", "KPW")),
    "₽": frozenset(("RUB",)),
    "₺": frozenset(("TRY",)),
    "₦": frozenset(("NGN",)),
    "₫": frozenset(("VND",)),
    "₪": frozenset(("ILS",)),
    "฿": frozenset(("THB",)),
}
"""What a sign may stand for; of the dollar's sign alone only what it never does is known."""
NO_DOLLARS = frozenset(code for codes in _SIGNS.values() for code in codes) | {
    "CHF", "SEK", "NOK", "DKK", "PLN", "ZAR", "BRL", "IDR", "CZK", "HUF", "AED", "SAR",
}  # fmt: skip
_DOLLARS = {
    "US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "CDN": "CAD", "NZ": "NZD", "HK": "HKD",
    "S": "SGD", "NT": "TWD", "MX": "MXN", "MXN": "MXN", "R": "BRL", "COL": "COP", "COP": "COP", "CLP": "CLP",
    "AR": "ARS", "J": "JMD", "EC": "XCD", "BZ": "BZD", "TT": "TTD",
}  # fmt: skip
_NAMES = {
    r"euros?": "EUR", r"sterling": "GBP", r"yen": "JPY", r"yuan|renminbi": "CNY",
    r"rupees?": "INR PKR LKR NPR MUR SCR IDR", r"pesos?": "MXN COP CLP ARS PHP UYU CUP DOP BOB",
    r"francs?|franken|francos?": "CHF XOF XAF XPF CDF RWF GNF BIF DJF KMF", r"roubles?|rubles?": "RUB BYN",
    r"won": "KRW KPW", r"reais|reals?": "BRL", r"kronor|kronas?": "SEK ISK", r"krone[rn]?": "NOK DKK",
    r"zlotys?|złotych": "PLN", r"liras?": "TRY", r"rand": "ZAR", r"naira": "NGN", r"baht": "THB",
    r"shillings?": "KES TZS UGX SOS", r"dirhams?": "AED MAD", r"riyals?": "SAR QAR OMR YER",
    r"dinars?": "KWD JOD IQD RSD TND DZD BHD LYD", r"shekels?": "ILS",
    r"pounds?|libras?": "GBP EGP LBP SYP SSP SDG",
    r"dollars?|dólares?": "USD CAD AUD NZD HKD SGD TWD JMD XCD BZD TTD BSD BBD FJD NAD LRD GYD",
}  # fmt: skip
_BY_NAME = {words: frozenset(codes.split()) for words, codes in _NAMES.items()}
_MARKED = pattern(r"(?<![A-Za-z])(" + "|".join(sorted(_DOLLARS, key=len, reverse=True)) + r")\$")
_CODES = frozenset(code for codes in (*_SIGNS.values(), *_BY_NAME.values()) for code in codes)
_CODE = pattern(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z$])")


def unfit(words: str, unit: str) -> str | None:
    """Return what in a figure's words says another currency than its unit, an ISO 4217 code; else None."""
    told = list(_told(words))
    if any(unit in codes for _, codes in told):
        return None
    if told:
        return " and ".join(dict.fromkeys(said for said, _ in told))
    return "$" if "$" in words and unit in NO_DOLLARS else None


def _told(words: str) -> Iterator[tuple[str, frozenset[str]]]:
    marked = [(found[0], frozenset((_DOLLARS[found[1]],))) for found in _MARKED.finditer(words)]
    codes = [(code, frozenset((code,))) for code in _CODE.findall(words) if code in _CODES]
    if marked or codes:  # they leave no choice
        yield from (*marked, *codes)
        return
    yield from ((sign, codes) for sign, codes in _SIGNS.items() if sign in words)
    if any(map(str.isalpha, words)):
        yield from ((found[0], codes) for name, codes in _BY_NAME.items() if (found := _named(name, words)))


def _named(name: str, words: str) -> re.Match[str] | None:
    return re.search(rf"\b(?:{name})\b", words, re.IGNORECASE)
