"""The shell scripts of kits for Linux; they need a POSIX shell and nothing else."""

import shlex

RUN_HEADER_BYTES = 8192

START_LINUX = """\
#!/bin/sh
# Starts Course Player from this kit:  sh start-linux.sh
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
program=$folder/linux/courseplayer
loader=/lib64/ld-linux-x86-64.so.2

say() {
    echo "$1" >&2
    # Started by a double-click there is no terminal to read.
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ ! -t 2 ]; then
        if command -v zenity >/dev/null 2>&1; then
            zenity --error --text="$1"
        elif command -v kdialog >/dev/null 2>&1; then
            kdialog --error "$1"
        elif command -v xmessage >/dev/null 2>&1; then
            xmessage "$1"
        fi
    fi
    exit 1
}

[ "$(uname -s) $(uname -m)" = "Linux x86_64" ] ||
    say "This Course Player is made for Linux on 64-bit PCs; nothing was changed. See START-HERE.html."
[ -f "$program" ] ||
    say "The folder linux of this kit is not complete; nothing was changed. Copy the whole kit again."
if [ -x "$program" ]; then
    [ -f "$folder/linux/start-courseplayer.sh" ] && exec sh "$folder/linux/start-courseplayer.sh" "$@"
    exec "$program" "$@"
fi
# FAT sticks keep no right to start programs; the system's own loader can start one all the same.
if [ -x "$loader" ] && "$loader" "$program" --version >/dev/null 2>&1; then
    exec "$loader" "$program" "$@"
fi
say "This drive does not allow programs to be started; nothing was changed. Copy the kit into your home \
folder and start it there."
"""

_RUN = """\
#!/bin/sh
# Course Player and courses in one file, for Linux on 64-bit PCs:  sh THIS-FILE [--dir DIR] [--yes] [--check]
# Ends with 0 done, 1 not wanted, 2 wrong word, 10 other computer, 12 not written, 13 disk full, 15 damaged.
set -u
umask 022
title=@TITLE@
name=@NAME@
payload_bytes=@SIZE@
payload_sha256=@SHA@
needed_kb=@NEED@
skip=@SKIP@
dir=
yes=
check=

fail() { code=$1; shift; printf '%s\\n' "$*" >&2; exit "$code"; }
usage() {
    printf '%s\\n' "$title" \\
        "sh $0 [--dir DIR] [--yes] [--check]" \\
        "  --dir DIR  where to put it (otherwise ${HOME:-.}/$name)" \\
        "  --yes      ask nothing" \\
        "  --check    only say whether this file is complete"
}
while [ $# -gt 0 ]; do
    case $1 in
        --dir) [ $# -gt 1 ] || fail 2 "--dir needs a folder; nothing was changed."; dir=$2; shift ;;
        --dir=*) dir=${1#--dir=} ;;
        --yes | -y) yes=1 ;;
        --check) check=1 ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; fail 2 "$1 is no word that is known here; nothing was changed." ;;
    esac
    shift
done

file=$0
[ -f "$file" ] || fail 2 "This file cannot find itself; nothing was changed. Start it as: sh ./FILE"
damaged="$file is damaged or not complete; nothing was changed. Copy it again from where you got it."
sum() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum
    elif command -v shasum >/dev/null 2>&1; then shasum -a 256
    elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256 -r
    else return 1; fi
}
[ "$(($(wc -c <"$file")))" -eq $((skip + payload_bytes)) ] || fail 15 "$damaged"
found=$(tail -c +$((skip + 1)) "$file" | sum) ||
    fail 15 "This computer has no program that checks sums (sha256sum); nothing was changed."
[ "${found%% *}" = "$payload_sha256" ] || fail 15 "$damaged"
if [ -n "$check" ]; then echo "$file is complete."; exit 0; fi

[ "$(uname -s) $(uname -m)" = "Linux x86_64" ] ||
    fail 10 "This Course Player is made for Linux on 64-bit PCs; nothing was changed."
[ -n "$dir" ] || dir=${HOME:-.}/$name
case $dir in /*) ;; *) dir=$PWD/$dir ;; esac
if [ -z "$yes" ]; then
    [ -t 0 ] || fail 2 "There is nobody to ask; nothing was changed. Say --yes to put it into $dir."
    printf '%s\\nPut it into %s? [Y/n] ' "$title" "$dir"
    read -r answer || answer=n
    case $answer in [nN]*) fail 1 "Nothing was changed." ;; esac
fi

above=$dir
while [ ! -d "$above" ] && [ "$above" != / ]; do above=$(dirname -- "$above"); done
free_kb=$(df -Pk "$above" 2>/dev/null | sed -n '2s/.* \\([0-9][0-9]*\\)  *[0-9]*% .*/\\1/p')
if [ -n "$free_kb" ] && [ "$free_kb" -lt "$needed_kb" ]; then
    fail 13 "$dir needs $((needed_kb / 1000)) MB, but $((free_kb / 1000)) MB are free; nothing was changed. \
Free some space or choose another folder with --dir."
fi

not_written="$dir could not be written; what was there before is safe. Choose another folder with --dir."
made=
[ -d "$dir" ] || made=1
part=$dir/.courseplayer-run.$$
clean() { rm -rf "$part"; [ -z "$made" ] || rmdir "$dir" 2>/dev/null; }
trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
mkdir -p "$part" || fail 12 "$not_written"
tail -c +$((skip + 1)) "$file" | gzip -dc | (cd "$part" && tar -xomf -) || fail 12 "$not_written"
(cd "$part" && find . -type d) | while IFS= read -r one; do
    mkdir -p "$dir/$one" || exit 12
done || fail 12 "$not_written"
# Each file takes the place of an earlier one at once; what else lies there stays.
(cd "$part" && find . -type f) | while IFS= read -r one; do
    mv -f "$part/$one" "$dir/$one" || exit 12
done || fail 12 "$not_written"
made=
printf '%s\\n' "$title: it is in $dir" "Start it with: sh \\"$dir/start-linux.sh\\""
exit 0
"""


def run_header(title: str, name: str, payload_bytes: int, payload_sha256: str, needed_bytes: int) -> bytes:
    """Return the script that stands before a payload, always RUN_HEADER_BYTES long."""
    values = {
        "TITLE": shlex.quote(title),
        "NAME": shlex.quote(name),
        "SIZE": str(payload_bytes),
        "SHA": payload_sha256,
        "NEED": str(-(-needed_bytes // 1024)),
        "SKIP": str(RUN_HEADER_BYTES),
    }
    text = _RUN
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    data = text.encode("utf-8")
    room = RUN_HEADER_BYTES - len(data) - 1
    if room < 0:
        raise ValueError("the title of the kit is too long for the start of a .run file")
    # The shell has stopped at `exit 0`: this is never read.
    return data + b"#" * room + b"\n"
