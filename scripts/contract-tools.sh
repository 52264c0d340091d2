#!/usr/bin/env bash
# Fetches the Python programs and libraries that tests judge by (scripts/requirements-contracts.txt and
# scripts/requirements-citations.txt) into .build/contracts-venv: once, and anew when the lists change. Where they cannot be had it says so and succeeds; the
# tests that need them then leave themselves out and are named.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$PWD/.build/contracts-venv
requirements=$PWD/scripts/requirements-contracts.txt
citations=$PWD/scripts/requirements-citations.txt

# Programs whose lines `portal data how` prints. They pin what they need, other than the judges: an environment of their own.
clients=$PWD/.build/lines-venv
programs=$PWD/scripts/requirements-lines.txt
if ! cmp --silent "$programs" "$clients/requirements.txt"; then
    rm -rf "$clients"
    if python3 -m venv "$clients" \
        && "$clients/bin/pip" install --quiet --disable-pip-version-check --requirement "$programs"; then
        cp "$programs" "$clients/requirements.txt"
    else
        rm -rf "$clients"
        echo 'The clients of PyPI whose lines are printed could not be fetched; their lines are not run.' >&2
    fi
fi

cat "$requirements" "$citations" | cmp --silent - "$tools/requirements.txt" && exit 0

give_up() {
    rm -rf "$tools"
    printf 'The tools for tests against contracts and schemas are not at hand: %s\n' "$1" >&2
    exit 0
}

mkdir -p "$(dirname "$tools")"
rm -rf "$tools"
python3 -m venv "$tools" || give_up 'python3 cannot make a virtual environment (package python3-venv).'
"$tools/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" \
    && "$tools/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$citations" \
    || give_up 'they could not be fetched from PyPI.'
# Last: a list beside them means that they are complete.
cat "$requirements" "$citations" > "$tools/requirements.txt"
