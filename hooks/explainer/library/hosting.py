"""Where the site and its files are kept, for a site that does not say so itself."""

from collections.abc import Mapping

from explainer.records.model import Site


def hosted(site: Site, environment: Mapping[str, str]) -> Site:
    """Return the site with the addresses that GitHub tells its workflows, where `site.yml` gives none.

    The variables are GITHUB_SERVER_URL and GITHUB_REPOSITORY (docs.github.com, "Variables reference");
    a repository `owner/name` is published at `https://owner.github.io/name/`.
    """
    server, repository = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY", "")
    owner, _, name = repository.partition("/")
    if not server or not owner or not name:
        return site
    host = f"{owner.lower()}.github.io"
    home = f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
    update = {
        "repository": site.repository or f"{server}/{repository}",
        "contact": site.contact or f"{server}/{repository}/issues/new",
        "url": site.url or home,
    }
    return site.model_copy(update=update)
