"""Makes the packages: ``package.py [freeze] [pack] [--quick]``; `make package` calls it.

``freeze`` makes the unpacked program and checks it, ``pack`` makes the artefacts in dist/ from it; without a
word both. ``--quick`` compresses less, for tests.
"""

import argparse
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from courseplayer.kits.tar_archive import DEFAULT_PRESET
from freezing import freeze
from inspection import Needs, check_contents, check_floor, check_size, needs_of
from linux_packages import write_archives, write_player_deb, write_tools_deb
from project import ARTEFACTS, PLAYER, TOOLS, PackagingError
from sums import write_sums

_LARGEST_ARCHIVE = 52_000_000


def main() -> int:
    """Do what is asked; what stands in the way is told on stderr and gives exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="freeze|pack")
    parser.add_argument("--quick", action="store_true")
    request = parser.parse_args()
    steps = request.steps or ["freeze", "pack"]
    try:
        if "freeze" in steps:
            freeze()
            _inspect()
        if "pack" in steps:
            _pack(0 if request.quick else DEFAULT_PRESET)
    except PackagingError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _inspect() -> tuple[Needs, Needs]:
    player, tools = needs_of(PLAYER), needs_of(TOOLS, PLAYER)
    if sys.platform.startswith("linux"):
        check_contents(PLAYER, "contents-player-linux.txt")
        check_contents(TOOLS, "contents-tools-linux.txt")
        check_floor(player)
        check_floor(tools)
    size, count = check_size(PLAYER)
    print(f"player, unpacked: {size / 1e6:.1f} MB in {count} files")
    return player, tools


def _pack(preset: int) -> None:
    if not sys.platform.startswith("linux"):
        raise PackagingError("Only the unpacked program is made here; packaging/README.md says how to go on.")
    player, tools = _inspect()
    shutil.rmtree(ARTEFACTS, ignore_errors=True)
    with ProcessPoolExecutor(max_workers=2) as workers:
        archives = workers.submit(write_archives, player, preset)
        debs = [
            workers.submit(write_player_deb, player, preset),
            workers.submit(write_tools_deb, tools, preset),
        ]
        made = [*archives.result(), *(deb.result() for deb in debs)]
    for part, folder in (("courseplayer", PLAYER), ("courseplayer-tools", TOOLS)):
        bill = next(folder.rglob("sbom.cdx.json"))
        made.append(Path(shutil.copyfile(bill, ARTEFACTS / f"{part}.sbom.cdx.json")))
    _check_archive(made[0], preset)
    write_sums(made, ARTEFACTS)


def _check_archive(archive: Path, preset: int) -> None:
    if preset == DEFAULT_PRESET and archive.stat().st_size > _LARGEST_ARCHIVE:
        raise PackagingError(f"{archive.name} has more than the {_LARGEST_ARCHIVE} bytes that are promised.")


if __name__ == "__main__":
    sys.exit(main())
