"""Each rendered quotation reads as its record does."""

from collections.abc import Iterator, Mapping

from explainer.records.model import Quote
from explainer.rendered.site import BuiltSite, Fault
from explainer.verification.quotation import display


def misquotations(site: BuiltSite, quotes: Mapping[str, Quote]) -> list[Fault]:
    """Return each quotation that is not its record's, and each published quote that is on no page.

    `quotes` are the published ones by id.
    """
    words = {id_: display(quote.exact) for id_, quote in quotes.items()}
    shown = {id_ for seen in site.pages.values() for id_, _ in seen.quotations}
    missing = sorted(set(quotes) - shown)
    return sorted(
        {*_wrong(site, words), *(Fault("quotes/", f'quote "{id_}" is on no page') for id_ in missing)}
    )


def _wrong(site: BuiltSite, words: Mapping[str, str]) -> Iterator[Fault]:
    for name, seen in site.pages.items():
        for id_, text in seen.quotations:
            if id_ not in words:
                yield Fault(name, f'shows the quote "{id_}", which is no published record')
            elif text != words[id_]:
                yield Fault(name, f'quote "{id_}" reads "{text}", its record "{words[id_]}"')
