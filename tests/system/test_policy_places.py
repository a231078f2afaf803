"""Where rules are looked for, and what is made of files and of the Windows registry."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import pytest

from courseplayer.system.policy import NO_POLICY
from courseplayer.system.policy_places import policy_files, read_policy, this_machine
from courseplayer.system.registry import MACHINE_RULES, RegistryKey, machine_values

SIGNER = "RWQBAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJico"


def _nothing(_key: str) -> Mapping[str, object]:
    return {}


def _rules(**values: object) -> Mapping[str, object]:
    return values


def _policy_file(folder: Path, text: str | bytes) -> tuple[Path, ...]:
    file = folder / "policy.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return (file,)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the site folders of Linux")
def test_on_linux_the_files_of_the_machine_come_first_and_no_variable_leads_elsewhere(tmp_path: Path) -> None:
    files = policy_files({"XDG_CONFIG_DIRS": str(tmp_path), "COURSEPLAYER_HOME": str(tmp_path / "home")})
    assert files[:2] == (Path("/etc/courseplayer/policy.toml"), Path("/etc/xdg/courseplayer/policy.toml"))
    assert files[-1] == tmp_path / "home" / "policy.toml"
    assert not any(file.parent == tmp_path for file in files)


def test_beside_the_program_a_kit_may_bring_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "stick" / "courseplayer"))
    assert policy_files({})[-1] == tmp_path / "stick" / "policy.toml"


def test_where_no_file_is_there_are_no_rules(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the place of a folder", encoding="ascii")
    files = (tmp_path / "policy.toml", tmp_path / "file" / "policy.toml")
    assert read_policy(files, _nothing) == NO_POLICY


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_a_file_is_read_also_as_notepad_saves_it(tmp_path: Path, start: bytes) -> None:
    policy = read_policy(_policy_file(tmp_path, start + b'language = "fr"\r\n'), _nothing)
    assert (policy.language, policy.problems) == ("fr", ())
    assert policy.origins["language"] == str(tmp_path / "policy.toml")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'language = "fr', "is not TOML"),
        ('language = "fr"'.encode("utf-16"), "is not UTF-8 text"),
        (b"x = " + b"[" * 5_000 + b"]" * 5_000, "is not TOML"),
        (b"#" * 1_000_001, "is larger than any policy"),
    ],
)
def test_a_file_that_cannot_be_understood_closes_the_security_keys(
    tmp_path: Path, content: bytes, told: str
) -> None:
    policy = read_policy(_policy_file(tmp_path, content), _nothing)
    assert told in policy.problems[0].message
    assert policy.wants_signatures
    assert policy.signers == ()


def test_a_folder_in_the_place_of_the_file_closes_them_too(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").mkdir()
    policy = read_policy((tmp_path / "policy.toml",), _nothing)
    assert "cannot be read" in policy.problems[0].message
    assert policy.signers == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_closes_them_too(tmp_path: Path) -> None:
    (file,) = _policy_file(tmp_path, 'language = "fr"')
    file.chmod(0)
    assert read_policy((file,), _nothing).signers == ()


def test_the_registry_comes_before_files(tmp_path: Path) -> None:
    files = _policy_file(tmp_path, 'language = "en"\nidle_veil_minutes = 5')
    policy = read_policy(files, lambda key: _rules(Language="fr") if key == MACHINE_RULES else {})
    assert (policy.language, policy.idle_veil_minutes) == ("fr", 5)
    assert policy.origins["language"] == rf"HKLM\{MACHINE_RULES}"


def test_values_of_the_registry_become_rules() -> None:
    policy = read_policy(
        (),
        lambda _key: _rules(
            ManagedBy="IT",
            TEXTSIZEPERCENT=125,
            Signers=[SIGNER, ""],
            FeaturesOff="build",
            UploadEndpointsNone=1,
        ),
    )
    assert policy.problems == ()
    assert (policy.managed_by, policy.text_size_percent, policy.signers) == ("IT", 125, (SIGNER,))
    assert (policy.features_off, policy.upload_endpoints) == (("build",), ())


def test_a_value_of_the_wrong_type_or_a_key_that_may_not_be_read_closes_the_security_keys() -> None:
    def refuse(_key: str) -> Mapping[str, object]:
        raise PermissionError(13, "Access is denied")

    for registry in (
        refuse,
        lambda _key: _rules(TextSizePercent="big"),
        lambda _key: _rules(Singers=[SIGNER]),
    ):
        policy = read_policy((), registry)
        assert policy.is_broken
        assert policy.signers == ()


@pytest.mark.expects_warnings
def test_a_fault_is_in_the_log(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    home.mkdir()
    _policy_file(home, 'langauge = "fr"')
    machine = this_machine(os.environ)
    assert machine.policy.is_broken
    assert "there is no rule called langauge" in caplog.text


class _Key:
    """A key of a registry in memory."""

    def __init__(self, values: list[tuple[str, object, int]]) -> None:
        self.values = values
        self.is_open = True

    def __enter__(self) -> "_Key":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.is_open = False


class _Registry:
    """What Python's ``winreg`` does, for one key."""

    HKEY_LOCAL_MACHINE = 1
    KEY_READ = 2
    KEY_WOW64_64KEY = 4
    REG_EXPAND_SZ = 2

    def __init__(self, key: _Key) -> None:
        self._key = key
        self.access = 0

    def OpenKeyEx(self, key: int, sub_key: str, reserved: int, access: int) -> RegistryKey:  # noqa: N802
        self.access = access
        if (key, sub_key) != (self.HKEY_LOCAL_MACHINE, MACHINE_RULES):
            raise FileNotFoundError(2, "no such key")
        return self._key

    def EnumValue(self, key: RegistryKey, index: int) -> tuple[str, object, int]:  # noqa: N802
        assert isinstance(key, _Key)
        return key.values[index]

    def QueryInfoKey(self, key: RegistryKey) -> tuple[int, int, int]:  # noqa: N802
        assert isinstance(key, _Key)
        return 0, len(key.values), 0

    def ExpandEnvironmentStrings(self, text: str) -> str:  # noqa: N802
        return text.replace("%ProgramData%", r"C:\ProgramData")


def test_the_registry_is_read_as_64_bit_windows_keeps_it_and_let_go_of() -> None:
    key = _Key(
        [("DataFolder", r"%ProgramData%\x", 2), ("ManagedBy", "%ProgramData%", 1), ("TextSizePercent", 90, 4)]
    )
    registry = _Registry(key)
    assert machine_values(MACHINE_RULES, registry) == {
        "DataFolder": r"C:\ProgramData\x",
        "ManagedBy": "%ProgramData%",
        "TextSizePercent": 90,
    }
    assert registry.access == 6
    assert not key.is_open
    assert machine_values("Software\\Other", registry) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a registry")
def test_other_systems_have_no_registry() -> None:
    assert machine_values(MACHINE_RULES) == {}
