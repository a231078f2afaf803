"""Settings never stand in the way."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.course.errors import PlainError
from courseplayer.system.settings import MAX_OPENED_COURSES, LoadedSettings, Settings, load, save

_CHOSEN = Settings(
    theme="dark",
    text_size_percent=150,
    language="fr",
    playback_rate=1.25,
    volume_percent=30,
    captions_on=True,
    transcript_language="am",
    follow_transcript=False,
    skip_seconds=5,
    idle_veil_minutes=30,
    window_geometry="AdnQ==",
    opened_courses=("/media/stick/clinic.course", "C:\\courses\\ä.course"),
)


def test_every_choice_is_read_back(tmp_path: Path) -> None:
    save(tmp_path / "made" / "settings.json", _CHOSEN)
    assert load(tmp_path / "made" / "settings.json") == LoadedSettings(_CHOSEN)
    defaults = asdict(Settings())
    assert all(value != defaults[name] for name, value in asdict(_CHOSEN).items())


def test_a_first_start_has_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == LoadedSettings(Settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("text_size_percent", 79),
        ("text_size_percent", 10**40),
        ("text_size_percent", True),
        ("text_size_percent", "150"),
        ("language", "../../etc"),
        ("language", None),
        ("playback_rate", 2.5),
        ("playback_rate", float("nan")),
        ("playback_rate", True),
        ("playback_rate", "1"),
        ("volume_percent", -1),
        ("captions_on", 1),
        ("transcript_language", ""),
        ("follow_transcript", "yes"),
        ("skip_seconds", 0),
        ("window_geometry", 7),
        ("opened_courses", "a.course"),
        ("opened_courses", [1, None, ""]),
    ],
)
def test_a_broken_choice_is_its_default_and_the_others_stay(tmp_path: Path, name: str, value: object) -> None:
    stored = asdict(_CHOSEN) | {name: value, "of_a_later_release": 1}
    (tmp_path / "settings.json").write_text(json.dumps(stored), encoding="ascii")
    expected = asdict(_CHOSEN) | {name: asdict(Settings())[name]}
    assert asdict(load(tmp_path / "settings.json").settings) == expected


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"null", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_told(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(broken)
    assert load(path) == LoadedSettings(Settings(), tmp_path / "settings.broken.json")
    assert (tmp_path / "settings.broken.json").read_bytes() == broken
    assert not path.exists()


@given(value=st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists))
def test_no_stored_value_whatever_stops_the_start(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "any-settings.json"
    path.write_text(json.dumps({field.name: value for field in fields(Settings)}), encoding="ascii")
    save(path, load(path).settings)
    assert load(path).set_aside is None


def test_a_folder_in_the_place_of_the_settings_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert load(tmp_path / "settings.json") == LoadedSettings(Settings())
    with pytest.raises(PlainError, match="settings"):
        save(tmp_path / "settings.json", _CHOSEN)


def test_the_course_opened_last_comes_first_and_once() -> None:
    settings = Settings()
    for number in range(MAX_OPENED_COURSES + 5):
        settings = settings.with_opened(Path(f"{number}.course"))
    settings = settings.with_opened(Path("10.course"))
    assert settings.opened_courses[:2] == ("10.course", f"{MAX_OPENED_COURSES + 4}.course")
    assert len(set(settings.opened_courses)) == MAX_OPENED_COURSES
