"""Pictures reach readers small, upright and without what a camera wrote into them."""

import io
from pathlib import Path

import pytest
from PIL import Image
from toys import library

from explainer.data import cards, pictures
from explainer.library.library import Library
from explainer.records.model import Person
from explainer.records.parts import Picture
from explainer.records.site import Site

PORTRAIT = Picture(file="ann.jpg", alt="Ann Lee", credit="A. Photographer", licence="CC BY 4.0")


@pytest.fixture
def pictured(tmp_path: Path) -> Library:
    folder = tmp_path / "content"
    (folder / "pictures").mkdir(parents=True)
    image = Image.effect_noise((2400, 1600), 40).convert("RGB")
    exif = image.getexif()
    exif[0x0112] = 6  # held upright: turned by a quarter
    exif[0x010F] = "A camera that tells"
    image.save(folder / "pictures/ann.jpg", exif=exif)
    site = Site(url="https://ann.example/")
    return library(Person(id="ann", name="Ann Lee", image=PORTRAIT), site=site, folder=folder)


def test_a_large_picture_comes_in_three_widths_upright_and_bare(pictured: Library) -> None:
    made = dict(pictures.files(pictured))
    opened = [Image.open(io.BytesIO(content)) for content in made.values()]
    assert [image.size for image in opened] == [(480, 720), (960, 1440), (1440, 2160)]
    assert all(image.format == "WEBP" and not image.getexif() for image in opened)
    assert not any(b"camera" in content for content in made.values())


def test_a_page_names_the_files_that_are_made_with_their_widths(pictured: Library) -> None:
    shown = pictures.shown(PORTRAIT, pictured)
    assert [name for name, _ in shown.files] == [name for name, _ in pictures.files(pictured)]
    assert (shown.width, shown.height) == (1440, 2160)


def test_the_same_picture_gives_the_same_bytes_and_another_one_another_address(pictured: Library) -> None:
    first = dict(pictures.files(pictured))
    assert dict(pictures.files(pictured)) == first
    path = pictured.folder / "pictures/ann.jpg"
    Image.new("RGB", (500, 300)).save(path)
    assert not set(dict(pictures.files(pictured))) & set(first)


def test_a_share_card_shows_the_picture(pictured: Library) -> None:
    path = cards.card(pictured.people["ann"], pictured).path
    card = Image.open(io.BytesIO(dict(cards.files(pictured))[path or ""]))
    assert card.size == (1200, 630) and card.format == "JPEG"
