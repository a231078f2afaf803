#!/bin/sh
# Starts Course Player from wherever this folder lies; says in words what the computer lacks.
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
program=$folder/courseplayer

say() {
    echo "$1" >&2
    # Started by a double-click there is no terminal to read.
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ ! -t 2 ]; then
        for dialog in zenity kdialog xmessage; do
            command -v "$dialog" >/dev/null 2>&1 || continue
            case $dialog in
                zenity) zenity --error --text="$1" ;;
                kdialog) kdialog --error "$1" ;;
                xmessage) xmessage "$1" ;;
            esac
            break
        done
    fi
    exit 1
}

[ "$(uname -s) $(uname -m)" = "Linux x86_64" ] ||
    say "This Course Player is made for Linux on 64-bit PCs; nothing was changed. Use the one for your computer."
[ -f "$program" ] ||
    say "The file courseplayer is missing beside this one; nothing was changed. Unpack the whole archive again."
[ -x "$program" ] ||
    say "This drive does not allow programs to be started; nothing was changed. Copy the folder to your home folder and start it there."

if [ "${1:-}" != "--version" ] && command -v ldd >/dev/null 2>&1; then
    missing=$(find "$folder/_internal/PySide6/Qt/plugins/platforms" "$folder/_internal/PySide6/Qt/plugins/multimedia" \
        -name '*.so' ! -name 'libqwayland.so' -exec ldd {} + 2>/dev/null |
        sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u | tr '\n' ' ')
    [ -z "$missing" ] ||
        say "This computer lacks libraries that Course Player needs: $missing- nothing was changed. Ask the person who looks after the computer to install them; on Debian and Ubuntu the package courseplayer_*.deb brings them along."
fi
exec "$program" "$@"
