"""How a quotation may stand on a page: its own words, less the comma that belongs to the reporter."""


def display(exact: str) -> str:
    """Return the words to show between quotation marks.

    Journalism sets a comma inside the closing mark where the reporter's sentence goes on (`“…,” she said`);
    it is dropped, with outer white space. Nothing else may change.
    """
    return exact.strip().removesuffix(",").rstrip()
