#!/bin/sh
# Make a virtual environment in the folder $1, unless a working one is there.
# $2 names the Python to use; where it is empty, the first fitting one is taken.
# A reader whose Python is too old, or has no venv module, is told what to install.
set -eu

folder=$1
wanted=${2:-}

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

stop() {
    echo "Error: $1" >&2
    exit 1
}

if [ -x "$folder/bin/python" ] && is_new_enough "$folder/bin/python" &&
    "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

if [ -n "$wanted" ]; then
    command -v "$wanted" >/dev/null 2>&1 ||
        stop "PYTHON is set to $wanted, and there is no such program."
    version=$("$wanted" -c 'import platform; print(platform.python_version())' 2>/dev/null) ||
        stop "PYTHON is set to $wanted, which does not start as a Python."
    is_new_enough "$wanted" || stop "$wanted is Python $version: 3.11 or newer is needed."
    python=$wanted
else
    python=
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$candidate"; then
            python=$candidate
            break
        fi
    done
    [ -n "$python" ] || stop "no Python 3.11 or newer was found: \
install one (https://www.python.org/downloads/), or name it: make PYTHON=/path/to/python3"
fi

can_make_environments "$python" || stop "$python has no venv module: \
install it (on Debian and Ubuntu: sudo apt-get install python3-venv)."

"$python" -m venv --clear "$folder"
