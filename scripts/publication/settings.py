"""What `mkdocs.yml` says of the site beside what MkDocs itself reads."""

from pathlib import Path

import yaml


def shows_proposed(root: Path) -> bool:
    """Say whether records that nobody has checked are shown: `extra.show_proposed`, true unless set."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8")) or {}
    return bool((settings.get("extra") or {}).get("show_proposed", True))
