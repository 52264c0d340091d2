#!/usr/bin/env bash
# Lays out what is installed: the programs and what belongs to them, under one prefix.
#   tree.sh SHIPPED PREFIX
# The folders are those in which man, the shells and ncurses look by themselves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

shipped=$1
prefix=$2
portal=$shipped/portal

install -D --mode 755 --target-directory "$prefix/bin" "$shipped/portal" "$shipped/portal-demo"

# Each is written by the program that it belongs to, so that it is never of another version.
generated=$(mktemp --directory)
trap 'rm -rf "$generated"' EXIT
for shell in bash zsh fish; do
    "$portal" completions "$shell" > "$generated/$shell"
done
# It is read by bash and not run.
sed -i '1{/^#!/d}' "$generated/bash"
install -D --mode 644 "$generated/bash" "$prefix/share/bash-completion/completions/portal"
install -D --mode 644 "$generated/zsh" "$prefix/share/zsh/site-functions/_portal"
install -D --mode 644 "$generated/fish" "$prefix/share/fish/vendor_completions.d/portal.fish"

"$portal" manual "$generated/man"
install -D --mode 644 --target-directory "$prefix/share/man/man1" "$generated"/man/*.1 packaging/portal-demo.1

install -D --mode 644 --target-directory "$prefix/share/doc/portal" README.md CHANGELOG.md LICENSE packaging/RELINKING.md
scripts/dist/licences.py .build/checkouts "$prefix/share/doc/portal/licences"
