#!/usr/bin/env bash
# Packs a laid-out tree as a wheel that carries the two programs, for pip, pipx and uv.
#   wheel.sh TREE VERSION FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tree=$1
version=${2/-/+}
folder=$3
name=portal_tui
staged=$(mktemp --directory)
trap 'rm -rf "$staged"' EXIT

wheel=$staged/$name-$version
info=$wheel/$name-$version.dist-info
data=$wheel/$name-$version.data
mkdir -p "$info/licenses" "$data/data"
cp --archive "$tree/bin" "$data/scripts"
cp --archive "$tree/share" "$data/data/share"
install --mode 644 LICENSE "$info/licenses/LICENSE"
# Static programs need nothing of the system's C library, neither glibc nor musl: both kinds of system may take them.
cat > "$info/WHEEL" <<END
Wheel-Version: 1.0
Generator: portal scripts/dist/wheel.sh
Root-Is-Purelib: false
Tag: py3-none-manylinux2014_x86_64
Tag: py3-none-manylinux_2_17_x86_64
Tag: py3-none-musllinux_1_1_x86_64
END
{
    cat <<END
Metadata-Version: 2.4
Name: portal-tui
Version: $version
Summary: Find datasets in a research-data portal and ask for access to them, in a terminal
License-Expression: Apache-2.0
License-File: LICENSE
Requires-Python: >=3.7
Keywords: research data,catalogue,data access,REMS,CKAN,terminal
Classifier: Environment :: Console :: Curses
Classifier: Operating System :: POSIX :: Linux
Classifier: Intended Audience :: Science/Research
Description-Content-Type: text/markdown

END
    cat README.md
} > "$info/METADATA"
# Names the tags in the file's name and writes RECORD.
.build/dist-venv/bin/python -m wheel pack --dest-dir "$folder" "$wheel" > /dev/null
