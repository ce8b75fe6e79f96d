"""The words that made-up news is made of: people, bodies, subjects, and what is said of them. All our own."""

from dataclasses import dataclass

FIRST = tuple(
    """Ada Adam Alma Amos Anna Arlo Aron Asta Boris Brigid Carla Cedric Clara Conrad Dana Daria Dennis
    Dora Edgar Edith Elena Emil Erica Esther Felix Fiona Flora Frank Gerald Gloria Gordon Greta Harold
    Hazel Hector Helen Henry Hilda Hugo Ida Igor Ines Irene Isaac Ivan Jacob Janet Jasper Jonas Judith
    Karen Karl Laura Lena Leo Lewis Linda Lydia Magnus Marcus Marta Martin Miriam Nadia Nathan Nina
    Noah Nora Oliver Olga Oscar Otto Paula Peter Petra Philip Rachel Ralph Rita Robert Rosa Rudolf Ruth
    Samuel Sara Simon Sonia Stella Susan Sven Tanya Thomas Tobias Ursula Vera Victor Walter Wanda""".split()  # noqa: SIM905
)
HEADS = tuple(
    """Alder Ash Barn Beck Birk Brack Bram Brin Carl Chad Clay Cran Dal Den Dor Ders Eld Elm Fal Fen
    Ferr Gar Gren Had Hal Harr Hart Hol Hul Ing Kell Kes Kirk Lam Lang Lin Lock Mar Mel Mort Nor Oak
    Pem Pen Rad Ren Ros Sand Sel Shel Stan Sut Thorn Tor Ul Wal Wend Whit Win Yar""".split()  # noqa: SIM905
)
TAILS = tuple(
    """bach berg born brook burn by cott croft dahl den dorf er feld field ford gate ham hurst ing land
    lay ley lund man mark mere mont more quist rick ridge sen shaw son stad stead sted sten strom ton
    vale vik wald wall way well wick win wood worth""".split()  # noqa: SIM905
)
ROLES = (
    "a city councilor", "the mayor of the town", "a spokesman for the ministry", "a retired teacher",
    "an economist at the university", "the director of the agency", "who runs a repair shop",
    "a nurse at the county hospital", "a lawyer for the union", "the governor’s chief of staff",
    "a professor of history", "the president of the association", "a farmer in the valley",
    "a deputy sheriff", "the company’s chief executive",
)  # fmt: skip
"""Set behind a name, between commas."""

BODIES = (
    "the council", "the ministry", "the company", "the agency", "the union", "the district", "the county",
    "the association", "the state", "the board",
)  # fmt: skip
VERBS = ("said", "said", "said", "said", "said", "added", "told reporters", "wrote", "argued", "asked")
NOUNS = tuple(
    """bargain bridge budget calendar ceiling chapter committee compromise corner crowd deadline delay
    document door family fence fight file floor friend garden habit hallway harbor history house hurry
    kitchen ladder ledger letter line list measure meeting message minute mistake morning motion
    neighbor night notice number page paper party patience place plan porch price promise proposal
    question reason record report result road roof room rule season signal silence speech spring
    station stone street summer table team ticket town tree trouble valley village voice wall water
    week winter word work year""".split()  # noqa: SIM905
)
ADJECTIVES = tuple(
    """new long short quiet public private careful sudden simple narrow broken late local strange heavy
    patient bitter cheap serious useful clear""".split()  # noqa: SIM905
)
STATEMENTS = (
    "We have waited a {adjective} time for the {noun}, and nobody has shown us a {noun}",
    "You cannot ask people to pay for a {noun} and then take away the {noun}",
    "The {noun} was never about the {noun}",
    "I don’t think that this {noun} will survive another {noun}",
    "Nobody here believes in the {adjective} {noun} anymore",
    "It is a {adjective} {noun}, and we should say so before the {noun} is gone",
    "If the {noun} fails, every {noun} in this {noun} will know whose {noun} it was",
    "They promised us a {noun}",
    "My {noun} is still there, but the {noun} is not",
    "What we need is a {noun} that people can read, not one more {adjective} {noun}",
)
FRAGMENTS = (
    "a {adjective} {noun}",
    "the {adjective} {noun} of the {noun}",
    "one more {noun}",
    "no {noun} at all",
)
PLAIN = (
    "The {noun} had been a matter of dispute since the {adjective} {noun} of last {month}.",
    "Few in the {noun} expected the {noun} to last, and by {month} most of them had left.",
    "Behind the {noun} stood a {adjective} {noun}, and beside it people who had come for the {noun}.",
    "{body} did not answer a request for comment.",
    "It was the third {noun} of the {noun}, and the {adjective} one.",
    "The vote was put off until {month}, when the {noun} is expected to come up again.",
    "For as long as anybody in the {noun} could remember, the {adjective} {noun} had come first and the "
    "{noun} had come after it, and those who wanted to turn that around had never found a {noun} for it.",
    "That the {noun} would be a {adjective} one was plain to all who had read the {noun}, though few had.",
)
FIGURES = (
    "{body} spent ${small} million on the {noun} in {year}.",
    "About {percent} percent of those who were asked in {month} wanted a {adjective} {noun}.",
    "More than {large} people signed the {noun}, {body} said.",
    "The {noun} cost ${large} in {year}, up from ${small},000 a year earlier.",
    "{body} counted {large} workers and {small} buildings.",
    "Prices for a {noun} rose {percent} percent between {year} and the end of last {month}.",
    "It took {small} days and {large} dollars to mend the {noun}.",
)
MONTHS = tuple("January March April June July September October November".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about, in sentences that say so."""

    weight: int
    """How many of a hundred articles."""
    statements: tuple[str, ...]
    """What people say of it."""
    plain: str
    """What the writer says of it."""


SUBJECTS = (
    Subject(24, ("The voters will decide this election, not the {noun}", "No candidate won by a {noun}"),
            "The campaign for the presidential election turned to the {noun} in {month}."),
    Subject(12, ("Every migrant at the border has a {noun}", "Deporting immigrants gives us no {noun}"),
            "Immigration officials had counted the asylum seekers at the border since {month}."),
    Subject(9, ("After the terrorist attack we lost our {noun}", "No terrorist will take the {noun} from us"),
            "Counterterrorism officials looked for the {noun} of the bombing."),
    Subject(8, ("These workers lost their jobs for a {noun}", "Unemployment is a {adjective} {noun}"),
            "The unemployment rate and the layoffs had followed the {noun} for years."),
    Subject(8, ("The gun laws would not have stopped the {noun}", "Gun control is a {adjective} {noun}"),
            "The bill on gun control and background checks lay with the {noun}."),
    Subject(7, ("Tariffs are a tax on the {noun}", "This trade agreement was written for a {noun}"),
            "The free trade agreement and its tariffs were {month}’s {noun}."),
    Subject(7, ("Greenhouse gas emissions do not wait for a {noun}", "Climate change took the {noun}"),
            "The plan to cut carbon emissions had been a {noun} since {year}."),
    Subject(6, ("Health insurance should not cost a {noun}", "Medicaid patients are not a {noun}"),
            "Health insurance premiums were on the {noun} again."),
    Subject(6, ("The schools need teachers and not a {noun}", "Our students read better than the {noun}"),
            "The school district and its teachers had fought over the {noun}."),
    Subject(5, ("The tax cut pays for the {noun}", "A budget deficit is a {adjective} {noun}"),
            "The budget deficit and the income tax were the {noun} of the session."),
    Subject(4, ("The war on drugs has been a {adjective} {noun}", "An overdose is no {noun}"),
            "Opioid overdoses had filled the {noun} since {year}."),
    Subject(4, ("The Supreme Court ruling leaves a {noun}", "The judge read the {noun} and saw a {noun}"),
            "The appeals court heard the lawsuit on the {noun}."),
)  # fmt: skip
