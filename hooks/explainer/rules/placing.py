"""A place that a record names lies in a country that there is."""

from collections.abc import Iterator

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.countries import is_country
from explainer.records.model import Issue


def unknown_places(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a code of no country and for half a position, a warning where it has no source."""
    for loaded in contents.parts():
        if not isinstance(loaded.record, Issue):
            continue
        for number, place in enumerate(loaded.record.places):
            if not is_country(place.country):
                message = f'"{place.country}" is no country\'s code; write two letters of ISO 3166, as CO'
                yield loaded.problem(("places", number, "country"), message)
            if (place.lat is None) != (place.lon is None):
                message = "latitude and longitude go together; give both or neither"
                yield loaded.problem(("places", number), message)
            elif place.spot and not place.source:
                message = "its position names no source; the page says so"
                yield loaded.problem(("places", number), message, severity="warning")
