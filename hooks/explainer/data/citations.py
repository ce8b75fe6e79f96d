"""How to cite a record or the site: as text, BibTeX, RIS and CSL-JSON.

    citation = cite(record, library)      .text, .bibtex, .ris, .csl
    told(record, library)                 the same, made once for its page and for the files of its kind

A source is cited as what it is; everything else as a page of this site. A date nobody stated is "n.d.",
never the day of the build; the day a reader looked is the reader's to add.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from explainer.data.published import home, record_address
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.titles import title
from explainer.records.model import BY_KIND, RECORD_TYPES, AnyRecord, Issue, Source
from explainer.records.wording import listing
from explainer.words import Words

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "#": r"\#",
        "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
"""Braces become commands, for BibTeX counts even escaped ones."""


class Forms(NamedTuple):
    """A citation as it is shown, and as its files have it."""

    text: str
    bibtex: str
    ris: str
    csl: str


class Citation(NamedTuple):
    """What is cited, ready to be written in any form."""

    id: str
    title: str
    authors: tuple[str, ...]
    container: str | None
    publisher: str | None
    date: str | None
    """As stated: EDTF level 0, or None."""
    url: str | None
    article: bool
    words: Words

    @property
    def text(self) -> str:
        """Return the citation as a line to paste."""
        who = listing(self.authors, self.words) or self.publisher or self.container
        day = f"({self.date or self.words('cite.no-date')})"
        parts = [f"{who} {day}" if who else "", f"“{_nested(self.title)}”" + ("" if who else f" {day}")]
        places = dict.fromkeys(place for place in (self.container, self.publisher) if place and place != who)
        return ". ".join([part for part in (*parts, *places, self.url) if part]) + ("" if self.url else ".")

    @property
    def bibtex(self) -> str:
        """Return a BibTeX entry."""
        fields = {
            "title": f"{{{_tex(self.title)}}}",
            "author": " and ".join(f"{{{_tex(author)}}}" for author in self.authors),
            "howpublished": _tex(self.container) if self.container else None,
            "publisher": _tex(self.publisher) if self.publisher else None,
            "year": self.date[:4] if self.date else "n.d.",
            "date": self.date,
            "url": self.url and self.url.translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"}),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        return f"@misc{{{self.id},\n" + ",\n".join(lines) + "\n}\n"

    @property
    def ris(self) -> str:
        """Return a RIS record (tags as Reference Manager defines them)."""
        tags = [
            ("TY", "NEWS" if self.article else "ELEC"),
            ("ID", self.id),
            ("TI", self.title),
            *(("AU", author) for author in self.authors),
            ("T2", self.container),
            ("PB", self.publisher),
            ("PY", self.date and self.date[:4]),
            ("DA", self.date and "/".join([*self.date.split("-"), "", ""][:3]) + "/"),
            ("UR", self.url),
        ]
        lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
        return "\r\n".join([*lines, "ER  - ", ""])

    @property
    def csl(self) -> dict[str, Any]:
        """Return an item of CSL-JSON."""
        item: dict[str, Any] = {
            "id": self.id,
            "type": "article-newspaper" if self.article else "webpage",
            "title": self.title,
        }
        if self.authors:
            item["author"] = [{"literal": author} for author in self.authors]
        if self.date:
            item["issued"] = {"date-parts": [[int(part) for part in self.date.split("-")]]}
        named = {"container-title": self.container, "publisher": self.publisher, "URL": self.url}
        return item | {name: value for name, value in named.items() if value}


def drafts(library: Library) -> Iterator[Draft[Iterator[tuple[str, bytes]]]]:
    """Yield `cite/quotes.bib`, `.ris` and `.json`, three files for each kind with pages and for the site.

    One a record would be three fifths of all files of a site; a record's own forms stand on its page.
    """
    kinds = (model.KIND for model in RECORD_TYPES if model.HAS_PAGE and library.by_id(model.KIND))
    for kind in ("", *kinds):
        yield Draft(f"citations of {kind or 'site'}", files, (kind,))


def files(library: Library, kind: str) -> Iterator[tuple[str, bytes]]:
    """Yield the three files of a kind, or of the site where none is given."""
    records = library.by_id(kind).values() if kind else [None]
    found = [told(record, library) for record in records]
    path = files_path(kind)
    yield f"{path}.bib", "".join(forms.bibtex for forms in found).encode()
    yield f"{path}.ris", "".join(forms.ris for forms in found).encode()
    yield f"{path}.json", ("[\n" + ",\n".join(forms.csl for forms in found) + "\n]\n").encode()


def files_path(kind: str) -> str:
    """Return the address of the files of a kind, or of the site where none is given, without their suffix."""
    return f"cite/{BY_KIND[kind].FOLDER if kind else 'site'}"


def told(record: AnyRecord | None, library: Library) -> Forms:
    """Return the citation of a record, or of the site, in each form."""
    name = f"citation of {record.ref if record else ':'}"
    kind, id_ = (record.KIND, record.id) if record else ("", "")
    return Forms(*library.piece(name, partial(_told, kind, id_)))


def _told(kind: str, id_: str, library: Library) -> tuple[str, ...]:
    citation = cite(library.by_id(kind)[id_] if kind else None, library)
    csl = json.dumps(citation.csl, ensure_ascii=False, sort_keys=True)  # a line, as in the other data
    return citation.text, citation.bibtex, citation.ris, csl


def cite(record: AnyRecord | None, library: Library) -> Citation:
    """Return the citation of a record, or of the site."""
    site = library.site
    if record is None:
        date = max((change.date for change in site.changes), default=None)
        return Citation(
            "site",
            site.title,
            _authors(site.publisher),
            None,
            None,
            date,
            home(library) or None,
            False,
            library.words,
        )
    if isinstance(record, Source):
        return Citation(
            record.id, record.title, record.authors, None, record.publisher, record.published,
            record.url or record.archive_url, record.title_kind == "headline" and bool(record.publisher),
            library.words,
        )  # fmt: skip
    changes = record.changes if isinstance(record, Issue) else site.changes
    date = max((change.date for change in changes), default=None)
    key = f"{record.KIND}-{record.id}"
    where = record_address(record, library) if home(library) else None
    return Citation(
        key, title(record, library), _authors(site.publisher), site.title, None, date, where, False,
        library.words,
    )  # fmt: skip


def _nested(title: str) -> str:
    """Return a title as it stands between quotation marks: its own marks become single ones."""
    return title.replace("“", "‘").replace("”", "’")


def _tex(words: str) -> str:
    return " ".join(words.split()).translate(_BIBTEX)


def _authors(publisher: str | None) -> tuple[str, ...]:
    return (publisher,) if publisher else ()
