#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every command of the documents is run: the ```sh blocks of each, in order, in a folder of its own.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
PATH="$(dirname "$armistice"):$PATH"

cd "$root" || exit 1
for document in $(git ls-files '*.md'); do
  grep -q '^```sh' "$document" || continue
  work=$scratch/$(echo "$document" | tr / .)
  mkdir -p "$work/build"
  ln -s "$root/agreements" "$work/agreements"
  awk '/^```sh/ {on = 1; next} /^```/ {on = 0} on' "$document" > "$work/commands"
  while IFS= read -r line; do
    [ -n "$line" ] || continue
    expect "$document: ${line:0:70}" 0 env -C "$work" bash -o pipefail -c "$line"
  done < "$work/commands"
done
# Links between documents lead somewhere.
broken=$(for document in $(git ls-files '*.md'); do
  grep -o '](\([^)#]*\)' "$document" | cut -c3- | grep -v '^http' | while IFS= read -r link; do
    [ -e "$(dirname "$document")/$link" ] || echo "$document: $link"
  done
done)
[ -z "$broken" ] && pass "every link leads to a file" || fail "every link leads to a file" "$broken"

# Help, man page and table say the same commands.
commands=$(armistice schema | python3 -c 'import json,sys; print("\n".join(json.load(sys.stdin)["commands"]))')
man=$(armistice schema --form man)
for command in $commands; do
  words=${command//\// }
  # shellcheck disable=SC2086
  expect "$words has help" 0 armistice $words --help
  case $man in
    *".SS $words"*) pass "$words stands in the manual" ;;
    *) fail "$words stands in the manual" ;;
  esac
done
