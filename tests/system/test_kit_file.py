"""What a program reads from the kit it belongs to, however hostile, and that what is written is read."""

import os
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from courseplayer.learner.values import MAX_NAME_CHARACTERS
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.system.kit_file import find_kit, read_kit, read_logo
from courseplayer.system.kit_rules import MOST_NAME_CHARACTERS, kit_of, kit_text
from courseplayer.system.policy_places import policy_files, this_machine

SETTINGS = KitSettings(
    portable=True,
    language="fr",
    learners=("Almaz", "Bekele Größe", "አልማዝ", 'O"Hara \\ #1'),
    look=KitLook("Hill Clinic", "#1a5FB4", "kit-logo.png"),
    players=("linux", "windows"),
    made_at=datetime(2026, 11, 27, 6, 0, tzinfo=UTC),
    made_by="0.1.0",
)


def _kit(folder: Path, content: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    data = content.encode() if isinstance(content, str) else content
    (folder / "kit.toml").write_bytes(data)
    return folder


def _started_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "courseplayer"))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    kit = read_kit(_kit(tmp_path, kit_text(SETTINGS)))
    assert kit is not None
    assert (kit.settings, kit.faults, kit.courses) == (SETTINGS, (), tmp_path / "courses")


def test_the_least_kit_is_read_too(tmp_path: Path) -> None:
    kit = read_kit(_kit(tmp_path, kit_text(KitSettings())))
    assert kit is not None
    assert (kit.settings, kit.faults) == (KitSettings(), ())


def test_the_mark_tells_kits_apart(tmp_path: Path) -> None:
    texts = (kit_text(SETTINGS), kit_text(SETTINGS), kit_text(KitSettings()))
    kits = [read_kit(_kit(tmp_path / str(n), text)) for n, text in enumerate(texts)]
    marks = [kit.mark for kit in kits if kit is not None]
    assert marks[0] == marks[1] != marks[2]


@pytest.mark.parametrize(
    "content",
    [
        b"portable = ",
        b"\xff\xfe\x00",
        b"x = " + b"[" * 5_000 + b"]" * 5_000,
        b"#" * 100_001,
        b"portable = " + b"9" * 5_000,
    ],
)
def test_what_is_no_toml_gives_a_kit_without_settings(tmp_path: Path, content: bytes) -> None:
    kit = read_kit(_kit(tmp_path, content))
    assert kit is not None
    assert kit.settings == KitSettings()
    assert len(kit.faults) == 1


@pytest.mark.parametrize(
    "line",
    [
        'portable = "yes"',
        "language = 3",
        'language = "fr/../../x"',
        'learners = "Almaz"',
        'learners = ["Almaz", 3]',
        'learners = ["Almaz", "ALMAZ"]',
        'learners = ["a\\u202Eb"]',
        'learners = ["two\\nlines"]',
        'learners = ["   "]',
        f'learners = ["{"x" * 61}"]',
        f"learners = {[str(n) for n in range(201)]}",
        'players = ["../linux"]',
        "made_at = 2026-11-27T06:00:00",
        "made_at = 0001-01-01T00:00:00+14:00",
        'made_by = ["0.1"]',
        "look = 3",
        'look.accent = "red; url(x)"',
        'look.logo = "../secret.png"',
        'look.logo = "C:\\\\x.png"',
        'look.logo = "logo.svg"',
        "look.name = {a = 1}",
    ],
)
def test_a_value_that_cannot_be_used_is_a_fault_and_the_rest_holds(tmp_path: Path, line: str) -> None:
    sound = 'made_by = "0.2"' if "made_by" not in line else "portable = true"
    kit = read_kit(_kit(tmp_path, f"{sound}\n{line}\n"))
    assert kit is not None
    assert len(kit.faults) == 1
    expected = KitSettings(made_by="0.2") if "made_by" not in line else KitSettings(portable=True)
    assert kit.settings == expected


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    kit = kit_of(Path("kit"), data)
    # What was taken could have been written by us.
    assert kit_of(Path("kit"), kit_text(kit.settings).encode("utf-8")).faults == ()


_WORDS = st.text(max_size=70)


@given(st.lists(_WORDS, max_size=4), _WORDS, _WORDS, _WORDS)
def test_whatever_is_written_is_read_as_it_was(
    names: list[str], title: str, made_by: str, accent: str
) -> None:
    settings = KitSettings(learners=tuple(names), look=KitLook(title, accent), made_by=made_by)
    for part in (KitSettings(learners=tuple(names)), KitSettings(look=KitLook(title)), settings):
        try:
            text = kit_text(part)
        except ValueError:
            continue
        kit = kit_of(Path("kit"), text.encode("utf-8"))
        assert (kit.settings, kit.faults) == (part, ())


def test_the_words_of_something_unknown_are_not_repeated(tmp_path: Path) -> None:
    kit = read_kit(_kit(tmp_path, 'surprise = "rude words"\n"rude key" = 1\n'))
    assert kit is not None
    assert len(kit.faults) == 2
    assert "rude" not in " ".join(kit.faults)


@pytest.mark.parametrize(
    "settings",
    [
        KitSettings(language="no language"),
        KitSettings(learners=("Almaz", "almaz")),
        KitSettings(learners=(" Almaz ",)),
        KitSettings(look=KitLook(name="a\nb")),
        KitSettings(look=KitLook(accent="blue")),
    ],
)
def test_what_would_not_be_read_is_not_written(settings: KitSettings) -> None:
    with pytest.raises(ValueError, match=r"language|learners|look\.(name|accent)"):
        kit_text(settings)


def test_names_of_learners_have_the_length_that_the_store_takes() -> None:
    assert MOST_NAME_CHARACTERS == MAX_NAME_CHARACTERS


def _picture(kind: str, side: int) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (side, 20), "red").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(("kind", "side", "is_taken"), [("PNG", 300, True), ("JPEG", 300, True),
    ("PNG", 2_001, False), ("JPEG", 2_001, False), ("GIF", 300, False)])  # fmt: skip
def test_a_logo_is_a_small_png_or_jpeg(tmp_path: Path, kind: str, side: int, is_taken: bool) -> None:
    data = _picture(kind, side)
    kit = read_kit(_kit(tmp_path, '[look]\nlogo = "kit-logo.png"\n'))
    (tmp_path / "kit-logo.png").write_bytes(data)
    assert kit is not None
    assert read_logo(kit) == (data if is_taken else None)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8" + b"\xff\x00" * 9,
    b"\xff\xd8\xff\xe0\x00\x00" * 4, b"\x89PNG" + bytes(1_000_001)])  # fmt: skip
def test_a_broken_logo_is_none(tmp_path: Path, data: bytes) -> None:
    kit = read_kit(_kit(tmp_path, '[look]\nlogo = "kit-logo.png"\n'))
    (tmp_path / "kit-logo.png").write_bytes(data)
    assert kit is not None
    assert read_logo(kit) is None


def test_a_kit_beside_the_program_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _started_from(_kit(tmp_path, kit_text(KitSettings())), monkeypatch)
    kit = find_kit({})
    assert kit is not None
    assert kit.folder == tmp_path


@pytest.mark.parametrize(("players", "is_found"), [(("linux",), True), (("windows",), False), ((), False)])
def test_a_kit_around_the_program_is_found_only_when_it_names_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, players: tuple[str, ...], is_found: bool
) -> None:
    _kit(tmp_path, kit_text(KitSettings(players=players)))
    _started_from(tmp_path / "linux", monkeypatch)
    assert (find_kit({}) is not None) == is_found


def test_a_folder_or_a_pipe_in_its_place_is_no_kit(tmp_path: Path) -> None:
    (tmp_path / "kit.toml").mkdir()
    assert read_kit(tmp_path) is None
    if hasattr(os, "mkfifo"):
        (tmp_path / "pipe").mkdir()
        os.mkfifo(tmp_path / "pipe" / "kit.toml")
        assert read_kit(tmp_path / "pipe") is None


def test_the_kits_courses_and_rules_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _kit(tmp_path, kit_text(KitSettings(players=("linux",))))
    (tmp_path / "policy.toml").write_text('language = "fr"', encoding="utf-8")
    _started_from(tmp_path / "linux", monkeypatch)
    machine = this_machine(os.environ)
    assert machine.kit is not None
    assert machine.policy.language == "fr"
    assert machine.paths.course_folders()[1] == tmp_path / "courses"
    assert policy_files({}, kit=machine.kit)[-1] == tmp_path / "policy.toml"


@pytest.mark.expects_warnings
def test_a_fault_of_the_kit_is_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _started_from(_kit(tmp_path, "portable = 3"), monkeypatch)
    assert this_machine(os.environ).kit is not None
    assert "portable must be true or false" in caplog.text
