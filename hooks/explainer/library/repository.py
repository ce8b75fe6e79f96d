"""The repository that holds the writers' files: where one is edited, where an error is reported.

One address says it all, as the browser shows it: `https://github.com/gazette/ferries`, or with a branch
`https://github.com/gazette/ferries/tree/trunk`. Which kind of host it is, its name says, or the way in which
a branch is written; one of another name and without a branch is taken for one like GitHub.
"""

from typing import NamedTuple
from urllib.parse import quote, urlsplit

_MAIN = "main"


class Host(NamedTuple):
    """How a kind of host writes its addresses, after that of the repository."""

    names: tuple[str, ...]
    """What the name of such a host has in it."""
    branch: str
    """What stands before the branch in the address of its files."""
    edit: str
    issue: str


HOSTS = (
    Host(("gitlab",), "/-/tree/", "/-/edit/", "/-/issues/new"),
    Host(("codeberg", "forgejo", "gitea"), "/src/branch/", "/_edit/", "/issues/new"),
    Host(("github",), "/tree/", "/edit/", "/issues/new"),
)
"""In the order in which a branch tells them apart; the last is what others are taken for."""


class Repository(NamedTuple):
    """A repository on a host, and the branch that the site is made from."""

    address: str
    host: Host
    branch: str

    def edit(self, path: str) -> str:
        """Return where a file is edited in the browser; `path` is from the repository's root, with `/`."""
        return f"{self.address}{self.host.edit}{quote(self.branch)}/{quote(path)}"

    @property
    def new_issue(self) -> str:
        """Return the form in which a reader reports an error."""
        return f"{self.address}{self.host.issue}"


def repository(address: str) -> Repository:
    """Return the repository at an address, told with a branch or without."""
    address = address.rstrip("/")
    for host in HOSTS:
        before, found, branch = address.partition(host.branch)
        if found and branch:
            return Repository(before, host, branch)
    name = (urlsplit(address).hostname or "").lower()
    host = next((host for host in HOSTS if any(part in name for part in host.names)), HOSTS[-1])
    return Repository(address.removesuffix(".git"), host, _MAIN)


def titled(form: str, title: str) -> str:
    """Return the address of a form, or of a mail, with its title filled in."""
    key = "subject" if form.startswith("mailto:") else "issue[title]" if "/-/issues/" in form else "title"
    return f"{form}{'&' if '?' in form else '?'}{quote(key)}={quote(title, safe='')}"
