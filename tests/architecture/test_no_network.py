"""The whole program opens its window without touching the network or loading what could."""

import json
import os
import subprocess
import sys
from pathlib import Path

# SQLAlchemy loads asyncio, and that ssl and socket, without using them: their use is watched instead.
_WATCHED = """
import json, sys
touched = []
def watch(event, _arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        touched.append(event)
sys.addaudithook(watch)
from PySide6.QtCore import QTimer
from courseplayer import app
from courseplayer.system.paths import standard_paths
import os
application = app.make_application()
program = app.Program(application, standard_paths(os.environ))
program.start(app.WindowRequest())
is_shown = False
def look_and_leave():
    global is_shown
    is_shown = program.window is not None and program.window.frame.isVisible()
    application.quit()
QTimer.singleShot(3_000, look_and_leave)
application.exec()
program.finish()
reaching = {"http.client", "http.server", "urllib.request", "ftplib", "smtplib", "PySide6.QtNetwork"}
print(json.dumps({"shown": is_shown, "touched": touched, "loaded": sorted(reaching & set(sys.modules))}))
"""


def test_the_window_opens_without_network(home: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _WATCHED], env={**os.environ}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"shown": True, "touched": [], "loaded": []}
