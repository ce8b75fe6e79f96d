"""A picture that a record names is there, and can be opened."""

from collections.abc import Iterator

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.parts import Picture
from explainer.safety.pictures import picture_fault

FOLDER = "pictures"
"""Below the content folder; every picture stands there, whatever record shows it."""


def unfit_pictures(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each picture that cannot be printed."""
    for loaded in contents.parts():
        image = vars(loaded.record).get("image")  # most have no such field, and take long to say so
        fault = picture_fault(contents.folder / FOLDER, image.file) if isinstance(image, Picture) else None
        if fault:
            yield loaded.problem(("image", "file"), fault)
