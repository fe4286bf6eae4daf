#!/bin/sh
# Installs resolute from its unpacked archive, without root:
#   ./install.sh [PREFIX]            PREFIX: ~/.local unless given
#   ./install.sh --remove [PREFIX]   takes away what it installed
set -eu
remove=
[ "${1:-}" = --remove ] && { remove=1; shift; }
prefix="${1:-$HOME/.local}"
here="$(cd "$(dirname "$0")" && pwd)"
list="$prefix/share/resolute/installed"

if [ -n "$remove" ]; then
  [ -f "$list" ] || { echo "nothing of resolute is installed in $prefix"; exit 1; }
  while IFS= read -r file; do rm -f "$prefix/$file"; done < "$list"
  rm -f "$list"
  find "$prefix/share/resolute" "$prefix/share/doc/resolute" -depth -type d -empty -delete 2> /dev/null || :
  echo "resolute is removed from $prefix"
  exit 0
fi

(cd "$here" && sha256sum --check --quiet SHA256SUMS) || { echo "the archive is damaged"; exit 1; }
mkdir -p "$prefix/share/resolute"
(cd "$here" && find bin share -type f) > "$list"
while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  # A program that runs is replaced, not written into.
  cp "$here/$file" "$prefix/$file.new"
  mv "$prefix/$file.new" "$prefix/$file"
done < "$list"
"$prefix/bin/resolute" --version
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "put $prefix/bin on your PATH" ;;
esac
