#!/usr/bin/env bash
# Tests the demo portal and the client against the services' published contracts, with programs that nobody here
# wrote: schemathesis makes calls of its own, and a proxy with openapi-core reads along between client and portal.
# Everything is on loopback, and what is started here is ended here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

contracts=$PWD/../shared/contracts
tools=$PWD/.build/contracts-venv

# As `swift test` says it, for scripts/report-skipped.sh.
skip() {
    printf "Test \"the services' contracts\" skipped: \"%s\"\n" "$1"
    exit 0
}

[[ -d $contracts ]] || skip '../shared/contracts is not there'

scripts/contract-tools.sh
[[ -x $tools/bin/schemathesis ]] || skip 'its tools could not be fetched from PyPI'

# Published under the AGPL, and not everywhere: neicnordic/sensitive-data-archive, sda/cmd/download/swagger_v2.yml.
[[ -f $contracts/sda.yaml ]] \
    || printf "Test \"the archive's contract\" skipped: \"../shared/contracts/sda.yaml is not there\"\n"

# The shipped programs where PORTAL_BIN names them, else those built for debugging.
products=${PORTAL_BIN:-$(swift build --show-bin-path)}
# Of version 1 there is no OpenAPI document, only prose with examples: the same repository, sda-download/api/api.md.
[[ -f $contracts/sda-v1.md ]] \
    || printf "Test \"the examples of the archive's version 1\" skipped: \"../shared/contracts/sda-v1.md is not there\"\n"
report=$(mktemp)
failed=0

# Bounded: a hanging service must not hang the tests.
timeout --kill-after 5 170 "$tools/bin/python" Tests/Contracts/fuzz.py "$products/portal-demo" "$contracts" || failed=1

# The lines for other programs, run by those programs.
scripts/unpack-servers.sh
timeout --kill-after 5 170 "$tools/bin/python" Tests/Contracts/lines.py "$products/portal" "$products/portal-demo" .build \
    || failed=1

coproc PROXY { exec "$tools/bin/python" Tests/Contracts/proxy.py "$contracts" "$report"; }
proxy_process=$PROXY_PID
trap 'kill "$proxy_process" 2> /dev/null || true; rm -f "$report"' EXIT
read -r port <&"${PROXY[0]}"
PORTAL_CONTRACT_PROXY=$port swift test --skip-build --filter 'PortalServicesTests\.(DemoPortal|Contract|DialectContract)Tests' || failed=1
# The end of its input makes the proxy write its report.
input=${PROXY[1]}
exec {input}>&-
wait "$proxy_process" || true
"$tools/bin/python" Tests/Contracts/verdict.py "$report" || failed=1
exit "$failed"
