#!/usr/bin/env bash
# Packs a laid-out tree as a package for Debian and Ubuntu, and holds it against Debian's policy.
#   deb.sh TREE VERSION FILE
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tree=$1
version=$2
file=$3
maintainer='the authors of portal <portal@users.noreply.github.com>'
revision=1
staged=$(mktemp --directory)
trap 'rm -rf "$staged"' EXIT
chmod 755 "$staged"

mkdir -p "$staged/usr" "$staged/DEBIAN"
cp --archive "$tree/." "$staged/usr"
doc=$staged/usr/share/doc/portal
# Debian's own names: the zsh folder that is searched, its copyright file, and a log of the package beside the program's.
mkdir -p "$staged/usr/share/zsh/vendor-completions"
mv "$staged/usr/share/zsh/site-functions/_portal" "$staged/usr/share/zsh/vendor-completions/"
rmdir "$staged/usr/share/zsh/site-functions"
# Its ncurses-base and ncurses-term have these.
rm -rf "$staged/usr/share/terminfo" "$doc/LICENSE"
install --mode 644 packaging/debian/copyright "$doc/copyright"
gzip --best --no-name "$doc/CHANGELOG.md"
mv "$doc/CHANGELOG.md.gz" "$doc/changelog.gz"
gzip --best --no-name --to-stdout > "$doc/changelog.Debian.gz" <<END
portal ($version-$revision) stable; urgency=medium

  * Version $version. What has changed is in changelog.gz.

 -- $maintainer  $(date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")
END
[[ -d $staged/usr/share/man ]] && gzip --best --no-name "$staged"/usr/share/man/man1/*.1
install -D --mode 644 packaging/debian/lintian-overrides "$staged/usr/share/lintian/overrides/portal"

size=$(du --summarize --apparent-size --block-size=1024 "$staged/usr" | cut -f 1)
sed -e "s/@DEBVERSION@/$version-$revision/" -e "s/@SIZE@/$size/" -e "s/@MAINTAINER@/$maintainer/" \
    packaging/debian/control.in > "$staged/DEBIAN/control"
(cd "$staged" && find usr -type f -print0 | sort --zero-terminated | xargs --null md5sum) > "$staged/DEBIAN/md5sums"
chmod --recursive u+rwX,go+rX,go-w "$staged"
find "$staged" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs --null touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
dpkg-deb --root-owner-group -Zxz -z6 --threads-max=2 --build "$staged" "$file" > /dev/null
lintian --fail-on error,warning "$file"
