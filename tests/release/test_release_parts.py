"""The parts that packages are made with: readers of binaries, archives, checks and bills."""

import hashlib
import io
import json
import lzma
import os
import shutil
import subprocess
import sys
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

import inspection
import sums
import third_party
from courseplayer.kits.debian import Control, deb_bytes, debian_version
from courseplayer.kits.tar_archive import Member, members_of, tar_bytes, xz_bytes
from debian_depends import depends_of
from elf import NotElfError, read_elf
from inspection import Needs, check_contents
from linux_packages import LINUX as LINUX_FILES
from project import PackagingError

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there are no ELF files here")
MOMENT = 1_700_000_000
CONTROL = Control(
    package="a-package",
    version="1.0",
    architecture="all",
    maintainer="Somebody <somebody@example.org>",
    section="education",
    description=("a title", "A paragraph."),
    depends=("libc6 (>= 2.35)",),
)


@LINUX
def test_what_a_library_needs_is_read_from_it() -> None:
    import _ctypes

    read = read_elf(Path(_ctypes.__file__))
    assert "libc.so.6" in read.needed
    assert ("libc.so.6", "GLIBC_2.2.5") in read.versions


def test_what_is_no_binary_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "libx.so"
    file.write_bytes(b"\x7fELF\x01\x01" + bytes(60))
    with pytest.raises(NotElfError):
        read_elf(file)


def test_an_archive_does_not_depend_on_times_rights_or_order(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / "b").mkdir(parents=True)
        (folder / "b" / "file.txt").write_text("text", encoding="utf-8")
        (folder / "a.txt").write_text("other", encoding="utf-8")
    (tmp_path / "two" / "a.txt").chmod(0o600)
    first, second = (
        tar_bytes(order(members_of(tmp_path / name, "top")), MOMENT)
        for name, order in (("one", list), ("two", reversed))
    )
    assert first == second
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(xz_bytes(first, 0)))) as archive:
        assert archive.getnames() == ["top", "top/a.txt", "top/b", "top/b/file.txt"]
        assert {member.mtime for member in archive} == {MOMENT}


def test_a_debian_package_is_the_same_each_time_and_dpkg_reads_it(tmp_path: Path) -> None:
    members = [
        Member("usr/bin/x", link="../lib/x"),
        Member("usr/lib/x", data=b"#!/bin/sh\n", is_program=True),
    ]
    data = deb_bytes(CONTROL, members, MOMENT, 0)
    assert data == deb_bytes(CONTROL, members[::-1], MOMENT, 0)
    assert data.startswith(b"!<arch>\ndebian-binary   ")
    dpkg = shutil.which("dpkg-deb")
    if dpkg is None:
        pytest.skip("dpkg-deb is not there to ask")
    file = tmp_path / "a.deb"
    file.write_bytes(data)
    told = subprocess.run([dpkg, "--contents", file], capture_output=True, text=True, check=True).stdout
    assert "-rwxr-xr-x root/root" in told
    assert "./usr/bin/x -> ../lib/x" in told
    fields = subprocess.run([dpkg, "--info", file], capture_output=True, text=True, check=True).stdout
    assert "Depends: libc6 (>= 2.35)" in fields


def test_what_dpkg_runs_is_packed_as_a_program(tmp_path: Path) -> None:
    dpkg = shutil.which("dpkg-deb")
    if dpkg is None:
        pytest.skip("dpkg-deb is not there to ask")
    file = tmp_path / "a.deb"
    file.write_bytes(deb_bytes(replace(CONTROL, scripts=(("postrm", "#!/bin/sh\n"),)), [], MOMENT, 0))
    subprocess.run([dpkg, "--control", file, tmp_path / "told"], check=True)
    script = tmp_path / "told" / "postrm"
    assert script.read_text(encoding="utf-8") == "#!/bin/sh\n"
    assert os.access(script, os.X_OK)


@pytest.mark.skipif(shutil.which("dash") is None, reason="there is no plain shell to ask")
@pytest.mark.parametrize(
    ("word", "switch", "is_kept"),
    [("remove", "yes", True), ("purge", "", True), ("purge", "no", True), ("purge", "yes", False)],
)
def test_learners_data_goes_only_when_purged_with_the_switch(
    word: str, switch: str, is_kept: bool, tmp_path: Path
) -> None:
    hers = tmp_path / "home" / ".local" / "share" / "courseplayer"
    hers.mkdir(parents=True)
    (hers / "learner.db").write_bytes(b"hers")
    programs = tmp_path / "bin"
    programs.mkdir()
    stand_ins = {
        "getent": f"echo almaz:x:1000:1000::{tmp_path / 'home'}:/bin/sh",
        "runuser": 'shift 3; exec "$@"',
    }
    for name, line in stand_ins.items():
        (programs / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    environment = {"PATH": f"{programs}:/usr/bin:/bin", "COURSEPLAYER_PURGE_LEARNERS": switch}
    subprocess.run(["dash", LINUX_FILES / "postrm", word], env=environment, check=True)
    assert (hers / "learner.db").exists() == is_kept


def test_a_pre_release_comes_before_its_release() -> None:
    assert [debian_version(one) for one in ("1.0rc1", "1.0", "1.2b3")] == ["1.0~rc1", "1.0", "1.2~b3"]


def test_depends_are_derived_from_what_is_needed() -> None:
    needs = Needs(("libc.so.6", "libm.so.6", "libstdc++.so.6"), {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 29)})
    assert depends_of(needs) == ("libc6 (>= 2.35)", "libstdc++6 (>= 11)")


def test_a_library_that_nobody_knows_stops_the_build() -> None:
    with pytest.raises(PackagingError, match=r"libsurprise\.so\.1"):
        depends_of(Needs(("libsurprise.so.1",), {}))


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        (("wanted.txt", "libgtk-3.so.0"), "must never be in a package"),
        (("wanted.txt", "surprise.so"), "surprise.so are in the package but not in the checked list"),
        ((), "wanted.txt are in the checked list but not in the package"),
    ],
)
def test_what_leaks_in_stops_the_build(
    files: tuple[str, ...], complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.txt").write_text("# a comment\nwanted.txt\n", encoding="utf-8")
    monkeypatch.setattr(inspection, "HERE", tmp_path)
    folder = tmp_path / "package"
    folder.mkdir()
    for name in files:
        (folder / name).write_bytes(b"")
    with pytest.raises(PackagingError, match=complaint.replace(".", r"\.")):
        check_contents(folder, "list.txt")


def test_a_module_may_be_missing_where_python_has_it_built_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = "".join(f"python3.*/lib-dynload/{name}.*.so\n" for name in ("zlib", "_csv"))
    (tmp_path / "list.txt").write_text(modules, encoding="utf-8")
    monkeypatch.setattr(inspection, "HERE", tmp_path)
    monkeypatch.setattr(sys, "builtin_module_names", ("sys", "zlib", "_csv"))
    folder = tmp_path / "package"
    folder.mkdir()
    check_contents(folder, "list.txt")
    monkeypatch.setattr(sys, "builtin_module_names", ("sys", "zlib"))
    with pytest.raises(PackagingError, match=r"lib-dynload/_csv\.\*\.so are in the checked list but not"):
        check_contents(folder, "list.txt")


def test_a_file_of_unknown_origin_gets_no_bill(tmp_path: Path) -> None:
    stranger = tmp_path / "libstranger.so.1"
    stranger.write_bytes(b"")
    with pytest.raises(third_party.UnnamedFileError, match="libstranger"):
        third_party.parts_of({"_internal/libstranger.so.1": stranger})


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="this system has no dpkg")
def test_a_library_of_the_build_machine_has_the_version_of_its_package() -> None:
    show = ["dpkg-query", "--show", "--showformat=${Version}", "libxcb-cursor0"]
    wanted = subprocess.run(show, capture_output=True, text=True, check=True).stdout
    (part,) = third_party.parts_of({"_internal/libxcb-cursor.so.0": Path("/lib/libxcb-cursor.so.0")})
    assert (part.name, part.version) == ("xcb-util-cursor", wanted)
    (part,) = third_party.parts_of({"_internal/libffi.so.99": Path("/lib/libffi.so.99")})
    assert part.version == "unknown"


def test_the_bill_names_each_part_with_version_and_licence() -> None:
    import nh3

    place = Path(nh3.__file__)
    parts = third_party.parts_of({"_internal/nh3/__init__.py": place, "_internal/libsqlite3.so.0": place})
    bill = json.loads(third_party.bill(parts, "courseplayer", "1.0"))
    assert bill["bomFormat"] == "CycloneDX"
    assert [(one["name"], one["licenses"][0]["expression"]) for one in bill["components"]] == [
        ("nh3", "MIT"),
        ("SQLite", "blessing"),
    ]
    assert "Permission is hereby granted" in third_party.licences(parts)


@pytest.mark.skipif(shutil.which("gpg") is None, reason="GnuPG is not installed")
def test_checksums_are_signed_with_the_builders_key(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("sign")
    keys = folder / "k"
    keys.mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(keys))
    key = "builder@example.org"
    made = ["gpg", "--batch", "--passphrase", "", "--quick-generate-key", key, "ed25519", "sign", "never"]
    subprocess.run(made, capture_output=True, check=True)
    artefact = folder / "artefact"
    artefact.write_bytes(b"made")
    monkeypatch.setenv(sums.SIGNING_KEY, key)
    listed = sums.write_sums([artefact], folder)
    assert listed.read_text("ascii") == f"{hashlib.sha256(b'made').hexdigest()}  artefact\n"
    verified = ["gpg", "--verify", f"{listed}.asc", str(listed)]
    assert subprocess.run(verified, capture_output=True, check=False).returncode == 0
    listed.write_text("1  something else\n", encoding="ascii")
    assert subprocess.run(verified, capture_output=True, check=False).returncode != 0
    subprocess.run(["gpgconf", "--kill", "all"], check=False)
