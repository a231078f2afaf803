"""A process that opens the course files named on its input and answers each with a line of JSON."""

import gc
import hashlib
import json
import os
import resource
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path

sys.path[:1] = [str(Path(__file__).resolve().parents[1])]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "*=false"

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hostile.opener import open_and_use  # noqa: E402

PATIENCE_S = 5.0
"""Of processor time, so that a busy machine makes no hang."""
MEMORY_BYTES = 1_500 * 1024 * 1024
"""More than a course may ever take, above what the libraries take themselves."""
_FILES_PER_COLLECTION = 20
_MOST_TOLD = 2_000


def main() -> None:
    """Open files until the input ends."""
    scratch = Path(sys.argv[1])
    application = QApplication(["hostile"])
    gc.disable()
    if "--unlimited" not in sys.argv:
        used_pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = used_pages * resource.getpagesize() + MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    print("ready", flush=True)
    for count, line in enumerate(sys.stdin):
        path, _, pages = line.rstrip("\n").partition("\t")
        print(json.dumps(_answer(application, Path(path), scratch, shows_pages=pages == "pages")), flush=True)
        if count % _FILES_PER_COLLECTION == 0:
            gc.collect()
            shutil.rmtree(scratch, ignore_errors=True)


def _answer(application: QApplication, path: Path, scratch: Path, *, shows_pages: bool) -> dict[str, object]:
    if "--unlimited" not in sys.argv:
        signal.setitimer(signal.ITIMER_PROF, PATIENCE_S)
    since = time.process_time()
    try:
        opened = open_and_use(path, scratch, shows_pages=shows_pages)
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application.processEvents()
    except Exception:  # noqa: BLE001 - whatever gets out is what is looked for
        return {"raised": traceback.format_exc(limit=-6)}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return {
        "seconds": time.process_time() - since,
        "told": opened.told[:20],
        "verified": opened.verified[:20],
        "shown": hashlib.sha256("\0".join(opened.texts).encode("utf-8", "surrogatepass")).hexdigest(),
        "texts": sorted(set(opened.texts))[:_MOST_TOLD],
        "files": sorted(opened.files),
        "pictures": opened.pictures,
        "hits": opened.hits,
        "pages": opened.pages,
    }


if __name__ == "__main__":
    main()
