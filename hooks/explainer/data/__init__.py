"""Library -> every file that is not a page: data, feeds, citations, cards, the search index.

    for path, content in data.files(library): …        paths relative to the site's root

Nothing here depends on the day, the machine or the order of a folder: same records, same bytes. The
hook hands each pair to MkDocs, `scripts/export.py` writes it to disk.

The data under `data/` suffices to build the pages anew: every record with all its fields, its address
(`url`: absolute where the site has one, else relative to the root; a source's own is `original_url`), its
name in one line (`words`), and for excerpts the passage that the page shows. A source's whole text is there
only where rights are full; of an issue's passages in other sources, the opening words and the place.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from explainer.charts import figure_chart, issue_charts
from explainer.charts.telling import csv_of
from explainer.data import (
    cards,
    citations,
    datapackage,
    discovery,
    embeds,
    feeds,
    pictures,
    redirects,
    scripts,
    search_index,
)
from explainer.data.published import record_address
from explainer.library import excerpts
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.titles import caution, title
from explainer.records.json_values import encoded, json_values
from explainer.records.model import BY_KIND, RECORD_TYPES, AnyRecord, Check, Figure, Issue, Quote, Source
from explainer.records.part import fields_of
from explainer.text.tabular import csv_rows

FIGURE_VALUES = "data/figure-values.csv"
SCHEMAS = Path(__file__).resolve().parent / "schema"
"""What `records.schemas.data_schemas` makes of the models, kept as files: they change with the code alone."""
OPENING_WORDS = 15


Files = Iterator[tuple[str, bytes]]
NEEDED = (pictures, scripts, redirects)
"""What pages do not work without; to all else they only lead."""
OUTLETS = (feeds, cards, discovery, datapackage)


def files(library: Library) -> Files:
    """Yield path and bytes of every file, each path once."""
    for draft in drafts(library):
        yield from draft.made(library)


def drafts(library: Library) -> Iterator[Draft[Files]]:
    """Yield what the files are made of, those together that change together; none is made yet."""
    yield from needed(library)
    yield from others(library)


def needed(_: Library) -> Iterator[Draft[Files]]:
    """Yield the drafts of what pages do not work without."""
    for outlet in NEEDED:
        yield Draft(outlet.__name__, outlet.files)


def others(library: Library) -> Iterator[Draft[Files]]:
    """Yield the drafts of all other files."""
    for model in RECORD_TYPES:
        yield Draft(f"data of {model.KIND}", record_files, (model.KIND,))
    for make in (site_files, chart_files, schema_files):
        yield Draft(make.__name__, make)
    for outlet in OUTLETS:
        yield Draft(outlet.__name__, outlet.files)
    for outlet in (search_index, citations, embeds):
        yield from outlet.drafts(library)


def record_files(library: Library, kind: str) -> Files:
    """Yield the records of a kind as JSON and as CSV."""
    model = BY_KIND[kind]
    told = [library.piece(f"data of {kind}:{id_}", partial(_told, kind, id_)) for id_ in library.by_id(kind)]
    yield f"data/{model.FOLDER}.json", _array([line for line, _ in told])
    header = csv_rows([csv_columns(model)])
    yield f"data/{model.FOLDER}.csv", "".join([header, *(row for _, row in told)]).encode()


def _told(kind: str, id_: str, library: Library) -> tuple[str, str]:
    """Return a record as a line of JSON and as a row of CSV."""
    record = published(library.whole(library.by_id(kind)[id_]), library)
    row = csv_rows([[_cell(record.get(column)) for column in csv_columns(BY_KIND[kind])]])
    return json.dumps(record, ensure_ascii=False, sort_keys=True), row


def schema_files(_: Library) -> Files:
    """Yield the schemas of the data."""
    for path in sorted(SCHEMAS.glob("*.json")):
        yield f"data/schema/{path.name}", path.read_bytes()


def site_files(library: Library) -> Files:
    """Yield the values of all figures, and the site's own words."""
    yield FIGURE_VALUES, csv_of(library.figures.values(), library.words)
    site = json_values(library.site)
    yield "data/site.json", encoded(site)


def chart_files(library: Library) -> Files:
    """Yield the values of each chart as CSV."""
    for issue in library.issues.values():
        for drawing in issue_charts(issue, library):
            yield drawing.csv_path, drawing.csv
    for figure in library.figures.values():
        own = figure_chart(figure, library)
        if own:
            yield own.csv_path, own.csv


def published(record: AnyRecord, library: Library) -> dict[str, Any]:
    """Return a record as the data files hold it; empty fields are left out."""
    values = json_values(record)
    values = {key: value for key, value in values.items() if value not in ("", [])}
    if isinstance(record, Source) and record.url:
        values["original_url"] = record.url
    values |= {"url": record_address(record, library), "words": title(record, library)}
    if isinstance(record, Quote | Figure | Check) and record.exact and record.ref in library.matches:
        match = library.matches[record.ref]
        values["found"] = {"tier": str(match.tier), "start": match.start, "end": match.end}
        passage = excerpts.around(record, library)
        values["passage"] = {"before": passage.before, "after": passage.after}
    if isinstance(record, Quote) and (words := caution(record, library)):
        values["caution"] = words
    if readings := library.readings.get(record.ref):
        values["our_reading"] = list(readings)
    if isinstance(record, Source) and record.rights == "full" and record.id in library.texts:
        values["full_text"] = library.texts[record.id]
    if isinstance(record, Issue) and record.passages:
        values["passages"] = [_excerpt(passage, library) for passage in values["passages"]]
    return values


def _excerpt(passage: dict[str, Any], library: Library) -> dict[str, Any]:
    """Return a passage as its source's rights allow: whole, or its opening words and …"""
    words = passage["exact"].split()
    if library.sources[passage["source"]].rights == "full" or len(words) <= OPENING_WORDS:
        return passage
    return passage | {"exact": f"{' '.join(words[:OPENING_WORDS])} …"}


@cache
def csv_columns(model: type[AnyRecord]) -> list[str]:
    """Return the columns of a kind's CSV: id, address, then the fields in the model's order."""
    written = (field.written for field in fields_of(model))
    fields = ("original_url" if name == "url" else name for name in written)
    return ["id", "url", *(name for name in fields if name != "id")]


def _cell(value: object) -> object:
    """Return lists of words joined by ` | `, anything deeper as JSON."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return " | ".join(value)
    if isinstance(value, list | Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return value


def _array(lines: list[str]) -> bytes:
    """Return a JSON array with one record a line, so that a changed record is one changed line."""
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()
