#!/usr/bin/env bash
# Tests the notifications of deploy/notifications as they are deployed: with Redis, two instances, the gateway before them,
# and python-socketio's own client. Everything is on loopback, and what is started here is ended here.
#   notifications.sh [ARGUMENT…]     of pytest, such as -k dies
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=$PWD/.build/notifications-venv

# As `swift test` says it, for scripts/report-skipped.sh.
skip() {
    printf 'Test "the notifications" skipped: "%s"\n' "$1"
    exit 0
}

scripts/notification-tools.sh
scripts/unpack-servers.sh
[[ -x $tools/bin/pytest ]] || skip 'what runs and tests them could not be fetched from PyPI'
[[ -x .build/redis/usr/bin/redis-server ]] || command -v redis-server > /dev/null || skip 'there is no Redis'
[[ -x .build/haproxy/usr/sbin/haproxy || -x /usr/sbin/haproxy ]] || skip 'there is no HAProxy'

# Bounded: a hanging service must not hang the tests, which take half a minute.
PYTHONDONTWRITEBYTECODE=1 exec timeout --kill-after 5 240 "$tools/bin/pytest" --quiet --tb=short "$@" Tests/Notifications
