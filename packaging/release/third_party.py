"""The bill of what a package holds and the licences of it all, made from what really went in."""

import fnmatch
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tomllib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_NAMESPACE = uuid.UUID("5f8b6f3e-6a35-4dc4-9d0f-0c5a2d9a4e11")

# Distributions that do not say it in one word, read in their own files.
_LICENCES = {
    "defusedxml": "PSF-2.0",
    "lxml": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "mdit-py-plugins": "MIT",
    "mdurl": "MIT",
    "odfdo": "Apache-2.0",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "PyYAML": "MIT",
}


class UnnamedFileError(Exception):
    """Files went into the package whose origin and licence nobody has written down."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others made; ``texts`` are its licences, word for word."""

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[str, ...]
    is_distribution: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    values: Mapping[str, object]

    def covers(self, place: str) -> bool:
        """One of its patterns fits the place in the package."""
        return any(fnmatch.fnmatch(place, pattern) for pattern in _words(self.values["files"]))


def parts_of(files: Mapping[str, Path]) -> tuple[Part, ...]:
    """Name every part that the files belong to, in order; raises UnnamedFileError.

    ``files`` are places in the package and where each came from.
    """
    rules = [_Rule(values) for values in tomllib.loads((HERE / "bundled.toml").read_text("utf-8"))["part"]]
    owners, packages = _owners(), metadata.packages_distributions()
    used: dict[int, list[Path]] = defaultdict(list)
    distributions: set[str] = set()
    unnamed = []
    for place, source in sorted(files.items()):
        index = next((index for index, rule in enumerate(rules) if rule.covers(place)), None)
        # What was compiled on the way lies elsewhere, but still below the name of its package.
        owner = owners.get(source.resolve()) or _package_owner(place, packages)
        if index is not None:
            used[index].append(source)
        elif owner is not None:
            distributions.add(owner)
        elif not _is_python_itself(source):
            unnamed.append(place)
    if unnamed:
        raise UnnamedFileError(", ".join(unnamed))
    parts = [
        _bundled(rules[index], sources) for index, sources in used.items() if "own" not in rules[index].values
    ]
    parts += [_distribution(name) for name in distributions]
    return tuple(sorted(parts, key=lambda part: part.name.lower()))


def bill(parts: Sequence[Part], name: str, version: str) -> str:
    """Return the CycloneDX document of the parts; the same parts give the same bytes."""
    components = [
        {
            "type": "library",
            "bom-ref": f"{part.name}@{part.version}",
            "name": part.name,
            "version": part.version,
            "licenses": [{"expression": part.licence}],
            **({"purl": f"pkg:pypi/{part.name.lower()}@{part.version}"} if part.is_distribution else {}),
            **(
                {"externalReferences": [{"type": "source-distribution", "url": part.source}]}
                if part.source
                else {}
            ),
        }
        for part in parts
    ]
    subject = {
        "type": "application",
        "bom-ref": name,
        "name": name,
        "version": version,
        "licenses": [{"expression": "GPL-3.0-or-later"}],
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps([subject, components], sort_keys=True))
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": subject},
        "components": components,
        "dependencies": [
            {"ref": name, "dependsOn": [component["bom-ref"] for component in components]},
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def licences(parts: Sequence[Part]) -> str:
    """Return all licences in one text; one that several parts share stands there once."""
    holders: dict[str, list[str]] = {}
    for part in parts:
        for text in part.texts:
            holders.setdefault(text, []).append(f"{part.name} {part.version}")
    lines = ["Course Player contains the work of many others. Their names and licences:", ""]
    for part in parts:
        origin = f"  Source: {part.source}" if part.source else ""
        lines.append(f"{part.name} {part.version}: {part.licence}.{origin}")
    for text, names in holders.items():
        lines += ["", "=" * 78, ", ".join(names), "=" * 78, "", text.strip()]
    return "\n".join(lines) + "\n"


@cache
def _owners() -> dict[Path, str]:
    # Asked for the player and for the tools; under Wine it takes minutes.
    return {
        Path(str(file.locate())).resolve(): one.metadata["Name"]
        for one in metadata.distributions()
        for file in one.files or ()
    }


def _package_owner(place: str, packages: Mapping[str, Sequence[str]]) -> str | None:
    _internal, _slash, below = place.partition("/")
    return next(iter(packages.get(below.split("/")[0], ())), None)


def _is_python_itself(source: Path) -> bool:
    return "site-packages" not in source.parts and source.is_relative_to(Path(sys.base_prefix).resolve())


def _bundled(rule: _Rule, files: Sequence[Path]) -> Part:
    values = rule.values
    return Part(
        name=str(values["name"]),
        version=_version(values, files),
        licence=str(values["licence"]),
        source=str(values["source"]),
        texts=tuple((HERE / "licences" / name).read_text("utf-8") for name in _words(values["texts"])),
        is_distribution=False,
    )


def _version(values: Mapping[str, object], files: Sequence[Path]) -> str:
    if "distribution" in values:
        return metadata.version(str(values["distribution"]))
    if "version_pattern" in values:
        pattern = str(values["version_pattern"]).encode()
        found = (re.search(pattern, file.read_bytes()) for file in files if file.is_file())
        return next((one[1].decode() for one in found if one), "unknown")
    if "file_version" in values:
        return files[0].resolve().name.split(".so.")[1]
    known = {"python": sys.version.split()[0], "sqlite": sqlite3.sqlite_version}
    return known.get(str(values.get("version"))) or _debian_version(files[0])


def _debian_version(file: Path) -> str:
    """Return the version of the system's package that brought a file, "unknown" where there is none."""
    if shutil.which("dpkg-query") is None:
        return "unknown"
    # By its name alone: /lib may be a link, and dpkg knows one of the two ways.
    package, colon, _ = _told("dpkg-query", "--search", f"*/{file.name}").partition(":")
    return _told("dpkg-query", "--show", "--showformat=${Version}", package) if colon else "unknown"


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _distribution(name: str) -> Part:
    one = metadata.distribution(name)
    told = one.metadata["License-Expression"] or _LICENCES.get(name) or one.metadata["License"]
    files = [file for file in one.files or () if _LICENCE_FILE.search(file.name)]
    texts = [Path(str(file.locate())) for file in files if file.parts[0].endswith(".dist-info")]
    return Part(
        name=name,
        version=one.version,
        licence=told,
        source=f"https://pypi.org/project/{name}/{one.version}/",
        texts=tuple(path.read_text("utf-8") for path in texts if path.suffix != ".py"),
        is_distribution=True,
    )


def _words(value: object) -> Iterable[str]:
    return (str(word) for word in value) if isinstance(value, list) else ()
