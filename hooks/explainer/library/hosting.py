"""Where the site and its files are kept, for a site that does not say so itself."""

from collections.abc import Mapping

from explainer.library.repository import repository
from explainer.records.site import Site

_GITHUB = "https://github.com"


def hosted(site: Site, environment: Mapping[str, str]) -> Site:
    """Return the site with the addresses that a host tells its workflows, where `site.yml` gives none."""
    kept = site.repository or _on_gitlab(environment) or _on_github(environment)
    home = site.url or _home_on_gitlab(environment) or _home_on_github(environment)
    contact = repository(kept).new_issue if kept and not site.repository else None
    return site.replace(repository=kept, contact=site.contact or contact, url=home)


def _on_gitlab(environment: Mapping[str, str]) -> str | None:
    """Return the repository as GitLab tells it (docs.gitlab.com, "Predefined CI/CD variables")."""
    address, branch = environment.get("CI_PROJECT_URL"), environment.get("CI_COMMIT_BRANCH")
    return f"{address}/-/tree/{branch}" if address and branch else address


def _home_on_gitlab(environment: Mapping[str, str]) -> str | None:
    address = environment.get("CI_PAGES_URL")
    return f"{address.rstrip('/')}/" if address else None


def _on_github(environment: Mapping[str, str]) -> str | None:
    """Return the repository as GitHub tells it (docs.github.com, "Variables reference").

    Forgejo and Gitea give the same variables, and GITEA_ACTIONS. The branch of a proposed change is none.
    """
    server, path = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    if not server or not path:
        return None
    branch = environment.get("GITHUB_REF_NAME")
    if not branch or environment.get("GITHUB_REF_TYPE") != "branch" or environment.get("GITHUB_HEAD_REF"):
        return f"{server}/{path}"
    kind = "src/branch" if environment.get("GITEA_ACTIONS") else "tree"
    return f"{server}/{path}/{kind}/{branch}"


def _home_on_github(environment: Mapping[str, str]) -> str | None:
    """Return where GitHub publishes `owner/name`: at `https://owner.github.io/name/`."""
    owner, _, name = environment.get("GITHUB_REPOSITORY", "").partition("/")
    if environment.get("GITHUB_SERVER_URL") != _GITHUB or not name:
        return None
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
