"""Signed courses: the key files, what a signature covers, who is remembered, and what is refused."""

import base64
import sqlite3
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from courseplayer.cli_keys import make_key
from courseplayer.course.errors import BadInputError
from courseplayer.course.outline import CourseId
from courseplayer.coursefile.errors import DamagedCourseError
from courseplayer.coursefile.keys import (
    PublicKey,
    SecretKey,
    WrongPasswordError,
    is_locked,
    new_key,
    read_public,
    read_secret,
    write_public,
    write_secret,
)
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.signature import Signature, Signer, sign
from courseplayer.coursefile.trust import KnownSigners, NotAllowedSignerError, TrustState, check_allowed
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.plans import a_course_plan

# The key pair of the first test of RFC 8032, 7.1, in the files that minisign 0.11 writes.
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
KEY = SecretKey(b"\x01\x02\x03\x04\x05\x06\x07\x08", SEED)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "signed.course"
    write_course(a_course_plan(), path, SilentTask(), Signer(KEY, "Mekelle Training Centre"))
    return path


def test_keys_are_those_of_ed25519() -> None:
    assert KEY.public().raw == PUBLIC
    empty = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )
    assert KEY.sign(b"") == empty
    assert KEY.public().is_by_its_owner(empty, b"")
    assert not KEY.public().is_by_its_owner(empty, b"x")
    assert SEED.hex() not in repr(KEY)


def test_a_public_key_is_the_line_that_minisign_prints(tmp_path: Path) -> None:
    write_public(KEY.public(), tmp_path / "a.pub")
    first, second = (tmp_path / "a.pub").read_text(encoding="ascii").splitlines()
    assert first == "untrusted comment: minisign public key 0807060504030201"
    assert base64.b64decode(second) == b"Ed" + KEY.key_id + PUBLIC
    assert read_public(tmp_path / "a.pub") == KEY.public() == PublicKey.from_text(second)


@pytest.mark.parametrize("password", ["", "a long password ሀለሐ"])
def test_a_secret_key_comes_back_with_its_password_only(tmp_path: Path, password: str) -> None:
    path = tmp_path / "a.key"
    write_secret(KEY, path, password)
    assert read_secret(path, password) == KEY
    assert is_locked(path) is bool(password)
    if password:
        assert SEED not in base64.b64decode(path.read_text(encoding="ascii").splitlines()[1])
        with pytest.raises(WrongPasswordError, match="does not open"):
            read_secret(path, "another")


def test_a_key_locked_with_the_costs_of_minisign_is_opened() -> None:
    # crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE and _MEMLIMIT_SENSITIVE; INTERACTIVE.
    from courseplayer.coursefile.keys import _scrypt_costs

    assert _scrypt_costs(33_554_432, 1_073_741_824) == (2**20, 8, 1)
    assert _scrypt_costs(524_288, 16_777_216) == (2**14, 8, 1)


@pytest.mark.parametrize(
    ("ops", "memory_bytes"), [(2**40, 16 * 1024**2), (2**63, 1024**3), (2**27, 0), (32_768, 2**63)]
)
def test_a_key_that_asks_for_hours_or_all_the_memory_is_refused_at_once(
    tmp_path: Path, ops: int, memory_bytes: int
) -> None:
    path = tmp_path / "a.key"
    value = b"EdScB2" + bytes(32) + struct.pack("<QQ", ops, memory_bytes) + bytes(104)
    path.write_text(f"untrusted comment: x\n{base64.b64encode(value).decode()}\n", encoding="ascii")
    began = time.monotonic()
    with pytest.raises(BadInputError, match=r"a\.key holds no key to sign with"):
        read_secret(path, "password")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("content", ["", "one line", "a\nnot base64!", "a\nRWQ=", "a\n" + "A" * 5_000])
@pytest.mark.parametrize("read", [read_public, lambda path: read_secret(path, ""), is_locked])
def test_a_file_without_a_key_is_one_sentence(
    tmp_path: Path, content: str, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "a.key"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInputError, match=r"a\.key holds no"):
        read(path)


def test_a_signed_course_says_who_signed_it(signed: Path) -> None:
    with open_course(signed) as course:
        assert course.signature is not None
        assert course.signature.signer == "Mekelle Training Centre"
        assert course.signature.key == KEY.public()


def test_signing_changes_neither_the_edition_nor_the_same_bytes(signed: Path, tmp_path: Path) -> None:
    again, plain = tmp_path / "again.course", tmp_path / "plain.course"
    write_course(a_course_plan(), again, SilentTask(), Signer(KEY, "Mekelle Training Centre"))
    write_course(a_course_plan(), plain, SilentTask())
    assert again.read_bytes() == signed.read_bytes()
    with open_course(signed) as one, open_course(plain) as other:
        assert one.manifest == other.manifest
        assert other.signature is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE signature SET signer = 'Somebody else'",
        "UPDATE signature SET signer = 'a' || char(10) || 'b'",
        "UPDATE signature SET value = zeroblob(64)",
        "UPDATE signature SET value = zeroblob(63)",
        "UPDATE signature SET public_key = zeroblob(32)",
        "UPDATE signature SET id = 2",
        "UPDATE signature SET key_id = zeroblob(8)",
        "UPDATE manifest SET sha256 = randomblob(32)",
        "INSERT INTO signature SELECT 2, key_id, public_key, signer, value FROM signature",
    ],
)
def test_a_signature_that_does_not_fit_is_told_and_the_course_is_not_opened(
    signed: Path, change: str
) -> None:
    with closing(sqlite3.connect(signed)) as raw:
        raw.execute(change)
        raw.commit()
    with pytest.raises(DamagedCourseError, match=r"signature.*safe"):
        open_course(signed)


def test_a_signature_of_another_course_does_not_fit(signed: Path) -> None:
    with open_course(signed) as course:
        assert course.signature is not None
        assert course.signature.fits(bytes.fromhex(course.manifest))
        assert not course.signature.fits(b"\0" * 32)


def _signature(key: SecretKey, name: str = "Signer") -> Signature:
    return sign(b"m" * 32, Signer(key, name))


def test_the_first_signer_is_remembered_and_another_one_noticed(tmp_path: Path) -> None:
    course, path = CourseId("clinic"), tmp_path / "data" / "signers.json"
    path.parent.mkdir()
    assert KnownSigners(path).look(course, None).state is TrustState.UNSIGNED
    assert KnownSigners(path).look(course, _signature(KEY, "First")).state is TrustState.FIRST_SEEN
    assert KnownSigners(path).look(course, _signature(KEY, "First")).state is TrustState.KNOWN
    other = _signature(new_key(), "First")
    changed = KnownSigners(path).look(course, other)
    assert (changed.state, changed.former_signer) == (TrustState.OTHER_SIGNER, "First")
    gone = KnownSigners(path).look(course, None)
    assert (gone.state, gone.former_signer) == (TrustState.NO_LONGER_SIGNED, "First")
    KnownSigners(path).accept(course, other)
    assert KnownSigners(path).look(course, other).state is TrustState.KNOWN
    KnownSigners(path).accept(course, None)
    assert KnownSigners(path).look(course, None).state is TrustState.UNSIGNED


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"clinic": 3}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_memory_of_signers_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "signers.json"
    path.write_bytes(content)
    assert KnownSigners(path).look(CourseId("clinic"), _signature(KEY)).state is TrustState.FIRST_SEEN
    assert KnownSigners(path).look(CourseId("clinic"), _signature(KEY)).state is TrustState.KNOWN


def test_a_policy_that_names_keys_lets_in_no_other() -> None:
    ours = frozenset({KEY.public().text()})
    check_allowed(_signature(KEY), ours, "a.course")
    check_allowed(None, None, "a.course")
    for signature in (None, _signature(new_key())):
        with pytest.raises(NotAllowedSignerError, match=r"a\.course is not signed by anyone"):
            check_allowed(signature, ours, "a.course")
    with pytest.raises(NotAllowedSignerError):
        check_allowed(_signature(KEY), frozenset(), "a.course")


def test_a_secret_key_is_for_its_owner_alone_and_a_stick_without_rights_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []

    def refused(_path: Path, mode: int) -> None:
        modes.append(mode)
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refused)
    assert make_key(tmp_path / "clinic", has_password=False) == 0
    assert modes == [0o600]
    assert read_public(tmp_path / "clinic.pub").key_id == read_secret(tmp_path / "clinic.key", "").key_id


def _courseplayer(*words: object, password: str = "") -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "courseplayer", *map(str, words)],
        env={**os.environ, "COURSEPLAYER_KEY_PASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_a_trainer_makes_a_key_signs_and_checks_on_the_command_line(tmp_path: Path) -> None:
    subtitles = tmp_path / "talk.vtt"
    subtitles.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", encoding="utf-8")
    course = tmp_path / "talk.course"
    assert _courseplayer("keys", "new", tmp_path / "clinic", password="pass").returncode == 0
    built = _courseplayer(
        "build", subtitles, "-o", course, "--sign", tmp_path / "clinic.key", password="pass"
    )
    assert built.returncode == 0, built.stderr
    verified = _courseplayer("verify", course, "--key", tmp_path / "clinic.pub")
    assert "sound, signed by clinic (key " in verified.stdout
    assert _courseplayer("keys", "show", tmp_path / "clinic.pub").stdout.splitlines()[1].startswith("RW")
    wrong = _courseplayer("build", subtitles, "-o", course, "--sign", tmp_path / "clinic.key", password="no")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert "nothing was signed" in wrong.stderr
    again = _courseplayer("keys", "new", tmp_path / "clinic", password="pass")
    assert (again.returncode, "left as it is" in again.stderr) == (2, True)
    unasked = _courseplayer("keys", "new", tmp_path / "unasked")
    assert (unasked.returncode, "so nothing was done" in unasked.stderr) == (2, True)
    assert list(tmp_path.glob("unasked*")) == []
    _courseplayer("keys", "new", tmp_path / "other", "--no-password")
    other = _courseplayer("verify", course, "--key", tmp_path / "other.pub")
    assert (other.returncode, "not signed with key" in other.stderr) == (2, True)
