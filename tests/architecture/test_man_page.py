"""The man page knows every command, every exit code and the places that IT looks for."""

import re

import pytest

from courseplayer.cli import main
from making.sources import ROOT

PAGE = (ROOT / "packaging" / "release" / "linux" / "courseplayer.1").read_text(encoding="utf-8")
WORDS = PAGE.replace("\\-", "-").replace("\\", "")


def _section(name: str) -> str:
    return WORDS.split(f".SH {name}\n")[1].split(".SH ")[0]


def test_it_has_every_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["courseplayer", "--help"])
    with pytest.raises(SystemExit):
        main()
    commands = re.findall(r"^    ([a-z][a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert {"kit", "install-course", "doctor"} < set(commands)
    told = re.findall(r"^\.TP\n\.B ([a-z-]+)$", _section("COMMANDS"), re.MULTILINE)
    assert sorted(commands) == sorted(told)


def test_it_has_every_exit_code() -> None:
    table = (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8").split("## Exit codes")[1]
    codes = re.findall(r"^\| (\d+) \|", table, re.MULTILINE)
    assert codes == ["0", "1", "2", "3", "130"]
    assert re.findall(r"^\.B (\d+)$", _section("EXIT STATUS"), re.MULTILINE) == codes


@pytest.mark.parametrize(
    "place", ["/etc/courseplayer/policy.toml", "/usr/local/share/courseplayer/courses", "COURSEPLAYER_HOME"]
)
def test_it_has_the_places_that_it_looks_for(place: str) -> None:
    assert place in WORDS
