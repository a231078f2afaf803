"""Where sticks and discs appear on each system."""

import sys

MOUNT_PATTERNS: tuple[str, ...]
if sys.platform == "darwin":
    MOUNT_PATTERNS = ("/Volumes/*",)
elif sys.platform == "win32":
    MOUNT_PATTERNS = ()
else:
    MOUNT_PATTERNS = ("/media/*", "/media/*/*", "/run/media/*/*", "/mnt/*")

# GetDriveTypeW: removable, fixed (USB hard disks call themselves fixed) and optical; network drives may hang.
_LOCAL_DRIVES = {2, 3, 5}

if sys.platform == "win32":
    import ctypes

    def drive_roots() -> tuple[str, ...]:
        """Return the roots of the local drives, by their letters."""
        present = ctypes.windll.kernel32.GetLogicalDrives()
        roots = (f"{chr(ord('A') + bit)}:\\" for bit in range(26) if present >> bit & 1)
        return tuple(root for root in roots if ctypes.windll.kernel32.GetDriveTypeW(root) in _LOCAL_DRIVES)
else:

    def drive_roots() -> tuple[str, ...]:
        """Return nothing: only Windows has drive letters."""
        return ()
