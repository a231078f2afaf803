"""Derives a Debian package's Depends from what its binaries need."""

import tomllib

from inspection import Needs
from project import HERE, PackagingError

# GNU's own table: the newest version of libstdc++'s symbols in each major release of GCC.
_GCC_OF_GLIBCXX = {
    (3, 4, 28): 10, (3, 4, 29): 11, (3, 4, 30): 12, (3, 4, 31): 13, (3, 4, 32): 13, (3, 4, 33): 14,
}  # fmt: skip
_OLDEST_GCC = 10


def depends_of(needs: Needs) -> tuple[str, ...]:
    """Return the packages, those with versioned symbols with the version that has them all."""
    packages = tomllib.loads((HERE / "debian_libraries.toml").read_text(encoding="utf-8"))
    unknown = [name for name in needs.libraries if name not in packages]
    if unknown:
        raise PackagingError(
            f"No Debian package is known for {', '.join(unknown)}: if the program really needs it, "
            "add it to packaging/release/debian_libraries.toml."
        )
    return tuple(sorted({_versioned(packages[name], needs) for name in needs.libraries}))


def _versioned(package: str, needs: Needs) -> str:
    if package == "libc6" and "GLIBC" in needs.newest:
        return f"libc6 (>= {'.'.join(map(str, needs.newest['GLIBC']))})"
    if package == "libstdc++6" and "GLIBCXX" in needs.newest:
        found = needs.newest["GLIBCXX"]
        fitting = [gcc for symbols, gcc in _GCC_OF_GLIBCXX.items() if symbols >= found]
        if not fitting:
            raise PackagingError(f"It is not known which libstdc++ has GLIBCXX {found}: debian_depends.py.")
        return f"libstdc++6 (>= {min(fitting) if found > (3, 4, 28) else _OLDEST_GCC})"
    return package
