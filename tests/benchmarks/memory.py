"""How much memory a process has; imports nothing that would count itself."""

from pathlib import Path


def resident_mb(process: int | str = "self") -> float:
    """Return the memory of a process that is in RAM (MB); 0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    if not status.is_file():
        return 0
    lines = status.read_text(encoding="ascii").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0) * 1024 / 1e6
