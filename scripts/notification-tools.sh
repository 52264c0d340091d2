#!/usr/bin/env bash
# Fetches what deploy/notifications runs with (its requirements.txt) and what tests it into .build/notifications-venv:
# once, and anew when the lists change. Where it cannot be had it says so and succeeds; its tests are then left out and named.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$PWD/.build/notifications-venv
lists=("$PWD/deploy/notifications/requirements.txt" "$PWD/scripts/requirements-notifications.txt")

cat "${lists[@]}" | cmp --silent - "$tools/requirements.txt" && exit 0

give_up() {
    rm -rf "$tools"
    printf 'What runs and tests the notifications is not at hand: %s\n' "$1" >&2
    exit 0
}

mkdir -p "$(dirname "$tools")"
rm -rf "$tools"
python3 -m venv "$tools" || give_up 'python3 cannot make a virtual environment (package python3-venv).'
# As an operator installs it: a list that is not complete is found here.
"$tools/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "${lists[0]}" \
    && "$tools/bin/pip" check --disable-pip-version-check > /dev/null \
    && "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement "${lists[1]}" \
    || give_up 'it could not be fetched from PyPI.'
# Last: a list beside it means that it is complete.
cat "${lists[@]}" > "$tools/requirements.txt"
