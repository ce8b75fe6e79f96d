"""Hidden records leave no trace: neither a page nor a reference."""

from toys import read_as

from explainer.library.visibility import visible
from explainer.records.model import Figure, Issue, Position, Quote, Source
from explainer.records.parts import Chart, KeyPoint

SOURCE = Source(id="gazette", title="Boats", status="proposed")
GOOD = Quote(id="good", source="gazette", exact="We sail", issues=("boats",))
NEW = Quote(id="new", source="gazette", exact="We stay", issues=("boats",), status="proposed")
FARE = read_as(Figure, id="fare", label="Fare", value="3", unit="EUR", status="withdrawn", source="gazette")
ISSUE = Issue(
    id="boats",
    title="Boats",
    question="Do they sail?",
    summary="They do.",
    key_points=(KeyPoint(text="They sail.", refs=("quote:good", "quote:new", "figure:fare")),),
    charts=(Chart(title="Fares", figures=("fare",)),),
)
STAND = Position(
    id="stand", actor="crew", issue="boats", text="For sailing", basis="quoted", as_of="2024",
    refs=("quote:new",),
)  # fmt: skip


def shown(*, show_proposed: bool, issue: Issue = ISSUE) -> dict[str, dict[str, object]]:
    records = {kind: {} for kind in ("source", "issue", "quote", "figure", "position", "person")}
    for record in (SOURCE, GOOD, NEW, FARE, issue, STAND):
        records[record.KIND][record.id] = record
    return visible(records, show_proposed=show_proposed)


def test_withdrawn_records_are_never_shown() -> None:
    records = shown(show_proposed=True)
    assert records["figure"] == {}
    assert records["issue"]["boats"].charts == ()
    assert records["issue"]["boats"].key_points[0].refs == ("quote:good", "quote:new")


def test_proposed_records_are_hidden_where_the_site_says_so() -> None:
    records = shown(show_proposed=False)
    assert list(records["quote"]) == ["good"]
    assert records["issue"]["boats"].key_points[0].refs == ("quote:good",)
    assert records["position"]["stand"].refs == ()


def test_a_source_is_shown_whatever_its_status() -> None:
    assert list(shown(show_proposed=False)["source"]) == ["gazette"]


def test_a_position_goes_with_its_issue() -> None:
    records = shown(show_proposed=False, issue=ISSUE.replace(status="proposed"))
    assert records["position"] == {} and records["quote"]["good"].issues == ()
