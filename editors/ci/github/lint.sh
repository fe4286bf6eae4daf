#!/usr/bin/env bash
# What the action runs: gets the shipped program if it is told where, then lints and annotates.
set -euo pipefail
if [ -n "${RESOLUTE_ARCHIVE:-}" ]; then
  place="$(mktemp -d)"
  curl --fail --silent --show-error --location "$RESOLUTE_ARCHIVE" --output "$place/archive.tar.gz"
  if [ -z "${RESOLUTE_SHA256:-}" ]; then
    echo "::error::the input sha256 is empty; an archive is not run unchecked"
    exit 2
  fi
  echo "$RESOLUTE_SHA256  $place/archive.tar.gz" | sha256sum --check --quiet
  tar -xzf "$place/archive.tar.gz" -C "$place" --strip-components 1
  export PATH="$place/bin:$PATH"
fi
formats=(--format github)
[ -z "${RESOLUTE_SARIF:-}" ] || formats+=(--format "sarif=$RESOLUTE_SARIF")
read -r -a paths <<< "${RESOLUTE_PATHS:-.}"
exec resolute lint "${formats[@]}" --fail-on "${RESOLUTE_FAIL_ON:-warning}" -- "${paths[@]}"
