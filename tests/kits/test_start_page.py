"""The page that a person opens first: in two languages, readable without the program, and safe."""

from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from courseplayer.course.outline import CourseId
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.players import read_player
from courseplayer.kits.start_words import ENGLISH, FRENCH
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.kit import KitLook, KitSettings
from making.kits import a_course, a_disk_image, a_setup, make_kit


class _Page(HTMLParser):
    """Collects what a browser would show and load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.languages: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "data", "action"}]
        if tag == "section":
            self.languages += [value or "" for name, value in attrs if name == "lang"]

    def handle_data(self, data: str) -> None:
        self.words += data


def _page(plan: KitPlan) -> _Page:
    make_kit(plan)
    return _Page((plan.destination / "START-HERE.html").read_text(encoding="utf-8"))


@pytest.fixture
def plan(course: Path, linux: PlayerBuild, windows: PlayerBuild, stick: Path) -> KitPlan:
    settings = KitSettings(portable=True, language="fr", look=KitLook("Hill Clinic", "#1a5fb4"))
    return KitPlan(Target.FOLDER, stick, (course,), (linux, windows), settings)


def test_it_says_in_both_languages_how_to_start_and_what_is_there(plan: KitPlan) -> None:
    page = _page(plan)
    assert page.languages == ["fr", "en"]
    for words in ("sh start-linux.sh", "courseplayer.exe", "First edition"):
        assert page.words.count(words) == 2
    assert "kept on this stick" in page.words
    assert "gardés sur cette clé" in page.words
    assert "2026-11-27 06:00:00" in page.words


def test_it_loads_nothing_and_runs_nothing(plan: KitPlan, tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("RGB", (64, 32), "red").save(stream, "PNG")
    logo = tmp_path / "logo.png"
    logo.write_bytes(stream.getvalue())
    page = _page(KitPlan(plan.target, plan.destination, plan.courses, plan.players, plan.settings, logo))
    assert "script" not in page.tags
    assert "img" in page.tags
    assert all(address.startswith(("#", "data:image/")) for address in page.addresses)


def test_what_a_course_is_called_is_no_code(plan: KitPlan, tmp_path: Path) -> None:
    title = '<script>alert("x")</script><img src="http://example.org/x">'
    odd = a_course(tmp_path / "given" / "odd.course", CourseId("odd"), title)
    page = _page(KitPlan(Target.COURSES, plan.destination, (odd,)))
    assert title in page.words
    assert {"script", "img"}.isdisjoint(page.tags)


def test_courses_alone_say_that_the_program_is_needed(plan: KitPlan) -> None:
    page = _page(KitPlan(Target.COURSES, plan.destination, plan.courses))
    assert "Install Course Player on the computer first" in page.words
    assert "start-linux.sh" not in page.words


def test_setup_and_disk_image_are_named(plan: KitPlan, tmp_path: Path) -> None:
    setup = read_player(a_setup(tmp_path / "courseplayer-0.1.0-setup.exe"), SilentTask())
    image = read_player(a_disk_image(tmp_path / "Course Player-0.1.0.dmg"), SilentTask())
    page = _page(KitPlan(Target.WINDOWS, plan.destination, plan.courses, (setup,)))
    assert page.words.count("courseplayer-0.1.0-setup.exe") == 2
    page = _page(KitPlan(Target.FOLDER, tmp_path / "mac", plan.courses, (image,)))
    assert page.words.count("Course Player-0.1.0.dmg") == 2


def test_both_languages_say_the_same_things() -> None:
    for name in ("windows_setup", "macos", "minutes", "made"):
        english, french = getattr(ENGLISH, name), getattr(FRENCH, name)
        gaps = [part.split("}")[0] for part in english.split("{")[1:]]
        assert gaps == [part.split("}")[0] for part in french.split("{")[1:]]
    assert " :" not in repr(FRENCH)
