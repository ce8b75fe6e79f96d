"""A content folder whose every text and address is somebody's attempt to run a script."""

import types
import typing
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent

import yaml

from explainer.records import model
from explainer.records.fields import Line, Markdown, Url, Words
from explainer.records.part import fields_of
from explainer.records.record import Record
from explainer.records.site import Site
from explainer.rules.addresses import addresses
from explainer.rules.markdown import too_much
from explainer.rules.prose import readable
from explainer.safety.addresses import is_safe
from explainer.text.numbers import possible_values

PAYLOADS = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(2)", "jav&#x09;ascript:alert(3)", "java&#x73;cript:alert(4)",
    "java&Tab;script:alert(5)", " javascript:alert(6)", "vbscript:alert(7)", "java\u00adscript:alert(8)",
    "data:text/html,<script>alert(9)</script>", "//evil.example/x.js", "\\\\evil.example\\x",
    "blob:https://evil.example/1", "file:///etc/passwd", "&#106;avascript:alert(14)",
)  # fmt: skip
"""Addresses that no page may link to."""


def write_content(folder: Path, payloads: Sequence[str] = PAYLOADS) -> Path:
    """Write one record of every type for each payload, all its texts and addresses filled with it."""
    for record_type in model.RECORD_TYPES:
        (folder / record_type.FOLDER).mkdir(parents=True)
    text = ""
    for number, payload in enumerate(payloads):
        before = f"Speaker number {number} said in the end: “"
        start = len(text) + len(before)
        text += f"{before}{payload}” And so to bed.\n"
        for record_type, fixed in _skeletons(f"p-{number}", payload, start).items():
            record = {**_filled(record_type, payload), **fixed}
            path = folder / record_type.FOLDER / f"p-{number}.yml"
            path.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")
    (folder / "sources/p-0.txt").write_text(text, encoding="utf-8")
    site = {**_filled(Site, payloads[0]), "exempt": list(payloads), "url": "https://site.example/"}
    (folder / "site.yml").write_text(yaml.safe_dump(site, allow_unicode=True), encoding="utf-8")
    return folder


def _skeletons(name: str, payload: str, start: int) -> dict[type[Record], dict[str, Any]]:
    """Return for each type the fields that must be right for a record to be published at all."""
    place = {"source": "p-0", "exact": payload, "start": start, "end": start + len(payload)}
    exempt = {"exempt": [payload, readable(payload)]}
    passage = {"passages": [place], "match": {"include": [payload]}}
    value = str(min(possible_values(payload), default=1))
    return {
        model.Source: exempt,
        model.Issue: {
            **exempt,
            **passage,
            "key_points": [{"text": payload, "refs": [f"figure:{name}"]}],
            "related": [{"issue": name, "why": payload}],
            "charts": [{"title": payload, "note": payload, "figures": [name], "form": "bars"}],
            "changes": [{"date": "2024-02-03", "kind": "major", "note": payload}],
        },
        model.Quote: {**place, **exempt, "speaker": name, "issues": [name]},
        model.Figure: {
            **place,
            **exempt,
            "value": value,
            "unit": payload,
            "as_of": "2024",
            "status": "proposed",
            "issues": [name],
            "series": [],
        },
        model.Person: {**exempt, "roles": [{"title": payload, "from": "2001"}]},
        model.Position: {
            **exempt,
            "actor": name,
            "issue": name,
            "basis": "quoted",
            "as_of": "2024",
            "refs": [f"quote:{name}"],
        },
        model.Event: {
            **exempt,
            "date": "2024-02-03",
            "sources": ["p-0"],
            "issues": [name],
            "detail": payload if readable(payload) == payload else "Plain words.",
            "reply": payload if readable(payload) == payload else "Plain words.",
        },
        model.Term: exempt,
        model.Check: {**place, **exempt, "finding": "differs", "issues": [name]},
    }


def _filled(part: type[Any], payload: str) -> dict[str, Any]:
    hints = typing.get_type_hints(part, include_extras=True)
    named = {field.written: hints[field.name] for field in fields_of(part)}
    values = {
        name: _value(hint, payload) for name, hint in named.items() if name not in ("id", "exempt", "aliases")
    }
    return {name: value for name, value in values.items() if value is not None}


def _value(hint: Any, payload: str) -> Any:
    hint = _undescribed(hint)
    if hint in (Line, Words):
        return payload
    if hint == Markdown:
        return payload if _is_publishable(payload) else "Plain words."
    if hint == Url:
        return f"https://x.example/{percent(payload)}?{payload.replace(' ', '')}"
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return _value(arguments[0], payload)
    if typing.get_origin(hint) is tuple:
        inner = _value(arguments[0], payload)
        return None if inner is None else [inner]
    return None


def _undescribed(hint: Any) -> Any:
    """Return what a field may hold without the words on what it is for."""
    limits = [each for each in getattr(hint, "__metadata__", ()) if not isinstance(each, str)]
    plain = getattr(hint, "__origin__", hint) if hasattr(hint, "__metadata__") else hint
    return typing.Annotated.__class_getitem__((plain, *limits)) if limits else plain


def _is_publishable(markdown: str) -> bool:
    return not too_much(markdown) and all(is_safe(address) for address in addresses(markdown))
