"""What PySide6 and SQLAlchemy bring with them is read late, and then it is all there."""

import subprocess
import sys
from pathlib import Path

from courseplayer.coursefile import snapshot
from courseplayer.coursefile.library import find_courses
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from making.plans import a_course_plan

_PLAIN = """
import sys
from PySide6.QtCore import QObject, QRect
"""
_LEAN = """
import builtins, sys
python_import = builtins.__import__
from courseplayer.ui.qt_import import import_qt
import_qt()
from PySide6.QtCore import QObject, QRect
"""
_TOLD = """
from PySide6.support.signature import get_signature
for wrong in (lambda: QRect("wide"), lambda: QObject().setObjectName(1, 2), lambda: QObject(no_such=1)):
    try:
        wrong()
    except (TypeError, AttributeError) as refusal:
        print(type(refusal).__name__, refusal)
print(get_signature(QRect.adjusted), QObject.setObjectName.__doc__)
from PySide6.support.signature.lib.pyi_generator import generate_pyi
print(generate_pyi.__name__)
"""
_UNREAD = """
late = ("parser", "layout", "lib.enum_sig", "lib.pyi_generator")
unread = [name for name in late if "re" in vars(sys.modules["shibokensupport.signature." + name])
          or "typing" in vars(sys.modules["shibokensupport.signature." + name])]
print(unread, builtins.compile.__module__, "argparse" in sys.modules)
"""


def _told(program: str, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_qt_explains_a_wrong_call_as_it_does_without_us() -> None:
    told = _told(_LEAN + _TOLD)
    assert "TypeError" in told
    assert told == _told(_PLAIN + _TOLD)


def test_what_only_describes_qt_is_not_read_at_the_start() -> None:
    assert _told(_LEAN + _UNREAD) == "[] builtins False\n"


def test_modules_that_come_after_qt_are_imported_by_python_alone() -> None:
    program = "import json, linecache; print(json.__file__ in linecache.cache)"
    assert _told(_PLAIN + program) == "True\n"
    assert _told(_LEAN + program) == "False\n"


_STORE = """
import sys
from pathlib import Path
from courseplayer.system.late_modules import put_off_unused_modules
put_off_unused_modules()
from courseplayer.learner.store import open_learner_store
from courseplayer.system.clock import SystemClock
store = open_learner_store(Path(sys.argv[1]), SystemClock())
store.add_learner("Almaz")
names = [learner.name for learner in store.learners()]
store.close()
brought = ("asyncio.base_events", "asyncio.tasks", "ssl", "importlib.metadata._meta", "email")
print(names, [name for name in brought if name in sys.modules])
"""
_USED = """
import asyncio, importlib.metadata
async def answered():
    await asyncio.sleep(0)
    return 42
print(asyncio.run(answered()), issubclass(asyncio.CancelledError, BaseException), "ssl" in sys.modules)
print(importlib.metadata.version("SQLAlchemy") == __import__("sqlalchemy").__version__)
try:
    asyncio.no_such
except AttributeError as refusal:
    print(refusal)
"""


def test_a_store_brings_no_asyncio_and_yet_asyncio_works(tmp_path: Path) -> None:
    told = _told(_STORE + _USED, str(tmp_path / "learner.db")).splitlines()
    assert told[0] == "['Almaz'] []"
    assert told[1:3] == ["42 True True", "True"]
    assert "no_such" in told[3]


_SHELF = """
import sys
from pathlib import Path
from courseplayer.system.late_modules import put_off_unused_modules
put_off_unused_modules()
import difflib, hashlib
from courseplayer.coursefile.library import find_courses
from courseplayer.coursefile import snapshot
kept, folder = Path(sys.argv[1]), Path(sys.argv[2])
known = snapshot.load(kept)
found = find_courses([folder], known)
brought = ("courseplayer.coursefile.reader", "_hashlib")
print([course.title for course in found] == [course.title for course in known], len(found),
      [name for name in brought if name in sys.modules], "SequenceMatcher" in vars(difflib))
print(hashlib.sha256(b"abc").hexdigest()[:8], hashlib.new("md5", b"").name, "_hashlib" in sys.modules)
print(difflib.get_close_matches("wek", ["week", "step"]), hashlib.sha3_256().digest_size)
"""


def test_a_shelf_that_did_not_change_needs_no_openssl_and_no_reader_of_courses(tmp_path: Path) -> None:
    write_course(a_course_plan(), tmp_path / "a.course", SilentTask())
    snapshot.save(tmp_path / "shelf.json", find_courses([tmp_path]))
    told = _told(_SHELF, str(tmp_path / "shelf.json"), str(tmp_path)).splitlines()
    assert told == ["True 1 [] False", "ba7816bf md5 True", "['week'] 32"]


def test_many_threads_wait_for_a_module_that_one_of_them_reads() -> None:
    program = """
import sys, threading
from courseplayer.system.late_modules import put_off_unused_modules
put_off_unused_modules()
import asyncio
sys.setswitchinterval(1e-6)
found, all_at_once = [], threading.Barrier(8)
def ask():
    all_at_once.wait()
    found.append((asyncio.run, asyncio.Queue, asyncio.timeout))
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(found), len(set(found)))
"""
    assert _told(program) == "8 1\n"
