#!/usr/bin/env bash
# Runs the tests of the pure modules as the optimiser leaves them (Tests/Optimised): an optimised build is another
# program than the one for debugging.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec "${SWIFT:-swift}" test -c release -Xswiftc -enable-testing --package-path Tests/Optimised \
    --scratch-path .build/optimised "$@"
