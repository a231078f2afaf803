"""Which missing part of a system is named when nothing can be played."""

from collections.abc import Callable

import pytest

from courseplayer.ui.player.problems import backend_missing, is_worth_retrying


def _all_but(*missing: str) -> Callable[[str], bool]:
    return lambda library: library not in missing


@pytest.mark.parametrize("part", ["mf.dll", "mfplat.dll", "mfreadwrite.dll"])
def test_a_windows_without_media_foundation_is_told_of_the_feature_pack(part: str) -> None:
    problem = backend_missing("win32", _all_but(part))
    assert "Media Feature Pack" in str(problem)
    assert "Optional features" in str(problem)
    assert not is_worth_retrying(problem)


def test_where_media_foundation_is_the_program_itself_lacks_a_part() -> None:
    told = str(backend_missing("win32", _all_but()))
    assert "Media Feature Pack" not in told
    assert "Install Course Player again" in told


def test_windows_is_asked_for_no_library_of_linux() -> None:
    asked: list[str] = []

    def can_be_loaded(library: str) -> bool:
        asked.append(library)
        return True

    backend_missing("win32", can_be_loaded)
    assert asked == ["mf.dll", "mfplat.dll", "mfreadwrite.dll"]


def test_on_linux_the_debian_packages_are_named() -> None:
    told = str(backend_missing("linux", _all_but("libpulse.so.0", "libXrandr.so.2")))
    assert "(libpulse0, libxrandr2)" in told


def test_on_macos_nothing_of_the_system_can_be_missing() -> None:
    assert "Install Course Player again" in str(backend_missing("darwin", _all_but("mf.dll")))
