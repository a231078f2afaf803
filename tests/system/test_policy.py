"""Rules of several places put together: the first holds, and a fault closes what matters for safety."""

import getpass
import json
from base64 import b64encode
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.system.paths import standard_paths
from courseplayer.system.policy import NO_POLICY, Feature
from courseplayer.system.policy_rules import PolicySource, combine, plain_values, policy_keys

SIGNER = b64encode(b"Ed" + bytes(range(40))).decode("ascii")
OTHER = b64encode(b"Ed" + bytes(40)).decode("ascii")
EVERYTHING: dict[str, object] = {
    "managed_by": " IT of Hill Clinic ",
    "course_folders": [str(Path("/srv/courses").absolute())],
    "data_folder": str(Path("/srv/learners").absolute() / "{user}"),
    "backup_folder": "~/backups",
    "signers": [SIGNER],
    "upload_endpoints": ["https://post.example.org:8443/in"],
    "language": "fr",
    "text_size_percent": 125,
    "idle_veil_minutes": 0,
    "features_off": ["web_links", "sticks"],
}


def _source(place: str, **values: object) -> PolicySource:
    return PolicySource(place, values)


def test_every_rule_is_taken_with_the_place_it_comes_from() -> None:
    policy = combine([PolicySource("A", EVERYTHING)])
    assert policy.problems == ()
    assert set(policy.origins) == set(policy_keys()) == set(EVERYTHING)
    assert set(policy.origins.values()) == {"A"}
    assert policy.managed_by == "IT of Hill Clinic"
    assert policy.signers == (SIGNER,)
    assert policy.setting_locks() == {
        "language": "fr",
        "text_size_percent": 125,
        "idle_veil_minutes": 0,
    }
    assert not policy.allows(Feature.STICKS)
    assert policy.allows(Feature.BUILD)


def test_every_rule_is_told_as_json() -> None:
    told = json.loads(json.dumps(plain_values(combine([PolicySource("A", EVERYTHING)]))))
    assert set(told) == set(policy_keys())
    assert told["signers"] == [SIGNER]
    assert told["features_off"] == ["web_links", "sticks"]


def test_folders_are_filled_in_for_the_person_who_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHARE", str(Path("/mnt/share").absolute()))
    policy = combine([PolicySource("A", {**EVERYTHING, "course_folders": ["$SHARE/courses", "~/c"]})])
    assert policy.data_folder == Path("/srv/learners").absolute() / getpass.getuser()
    assert policy.backup_folder == Path.home() / "backups"
    assert policy.course_folders == (Path("/mnt/share/courses").absolute(), Path.home() / "c")


def test_without_rules_nothing_is_closed() -> None:
    assert combine([]) == NO_POLICY
    assert (NO_POLICY.signers, NO_POLICY.wants_signatures, NO_POLICY.is_broken) == (None, False, False)
    assert NO_POLICY.error() is None


def test_what_an_earlier_place_says_holds_and_a_later_one_fills_the_gaps() -> None:
    policy = combine(
        [_source("machine", language="fr", signers=[]), _source("stick", language="en", signers=[SIGNER])]
    )
    assert (policy.language, policy.signers) == ("fr", ())
    assert policy.wants_signatures
    policy = combine([_source("machine", language="fr"), _source("stick", text_size_percent=150)])
    assert (policy.language, policy.text_size_percent) == ("fr", 150)
    assert policy.origins == {"language": "machine", "text_size_percent": "stick"}


@pytest.mark.parametrize(
    ("rule", "value", "told"),
    [
        ("allowed_singers", [SIGNER], "there is no rule called allowed_singers"),
        ("signers", SIGNER, "signers must be a list"),
        ("signers", ["RWabc"], "signers must hold minisign public keys"),
        ("signers", [b64encode(b"XX" + bytes(40)).decode()], "minisign"),
        ("upload_endpoints", ["http://post.example.org"], "https://"),
        ("upload_endpoints", ["https://person:word@post.example.org"], "https://"),
        ("course_folders", ["courses"], "must begin at the root of a drive: courses"),
        ("data_folder", "/srv/$NO_SUCH_VARIABLE_HERE", "names a variable that is not set"),
        ("data_folder", "", "data_folder must be text"),
        ("language", "français", "must be a language such as fr"),
        ("text_size_percent", 500, "must be a whole number from 80 to 200"),
        ("text_size_percent", True, "must be a whole number"),
        ("idle_veil_minutes", "5", "must be a whole number from 0 to 240"),
        ("features_off", ["everything"], "may hold only build, kits, sticks, web_links"),
        ("managed_by", 3, "managed_by must be text"),
    ],
)
def test_a_rule_that_cannot_be_used_is_named_and_closes_the_security_keys(
    rule: str, value: object, told: str
) -> None:
    policy = combine([PolicySource("F", {rule: value})])
    (problem,) = policy.problems
    assert problem.place == "F"
    assert told in problem.message
    assert (policy.signers, policy.upload_endpoints, policy.wants_signatures) == ((), (), True)
    assert policy.origins == {"signers": "F", "upload_endpoints": "F"}
    error = policy.error()
    assert isinstance(error, PlainError)
    assert "(F)" in str(error)


def test_what_can_be_used_beside_a_fault_holds() -> None:
    policy = combine([_source("A", text_size_percent=7, language="fr", signers=[SIGNER])])
    assert (policy.language, policy.signers, policy.upload_endpoints) == ("fr", (SIGNER,), ())
    assert policy.text_size_percent is None


def test_a_fault_of_the_machine_is_not_filled_by_what_a_person_can_write() -> None:
    policy = combine([PolicySource("machine", {}, "is not TOML"), _source("home", signers=[SIGNER])])
    assert policy.signers == ()
    assert policy.origins["signers"] == "machine"


def test_a_fault_in_a_later_place_does_not_undo_what_the_machine_says() -> None:
    policy = combine([_source("machine", signers=[SIGNER]), PolicySource("home", {}, "is not TOML")])
    assert policy.is_broken
    assert (policy.signers, policy.upload_endpoints) == ((SIGNER,), ())


def test_rules_move_the_places(tmp_path: Path) -> None:
    plain = standard_paths({}, home=tmp_path)
    policy = combine(
        [
            _source(
                "A",
                data_folder=str(tmp_path / "server"),
                course_folders=[str(tmp_path / "more")],
                features_off=["sticks"],
            )
        ]
    )
    paths = plain.under(policy)
    assert paths.learner_db == tmp_path / "server" / "learner.db"
    assert tmp_path / "more" in paths.course_folders()
    assert tmp_path / "more" not in plain.course_folders()
    assert paths.stick_courses() == ()
    assert plain.under(NO_POLICY) == plain
