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
  ln -s "$root/examples" "$work/examples"
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

# Every term by which a point of cable 16008 is explained stands in the agreement or the draft that is named,
# and every command of it is one.
lost=$(grep '^|' docs/cable-16008.md | python3 -c '
import glob, re, subprocess, sys, json
held = {}
for name, files in {"": "terms/*.toml", "unc": "drafts/unc-1952-01.toml", "kpa-cpv": "drafts/kpa-cpv-1952-01.toml"}.items():
    text = "".join(open(f).read() for f in glob.glob("agreements/korea-1953/" + files))
    held[name] = set(re.findall(r"^id = \"([^\"]+)\"", text, re.M))
commands = {c.replace("/", " ") for c in json.loads(subprocess.check_output(["armistice", "schema"]))["commands"]}
for line in sys.stdin:
    cells = [cell.strip() for cell in line.split("|")]
    terms = re.findall(r"`([a-z-]+\.[a-z-]+)`", cells[3]) if len(cells) > 4 else []
    drafts = [d for d in re.findall(r"`(unc|kpa-cpv)`", cells[3])] if terms else []
    for term in terms:
        in_drafts = any(term in held[d] for d in drafts)
        if term not in held[""] and not in_drafts: print(term)
    for draft in drafts:
        if not any(term in held[draft] for term in terms): print(draft, "has none of", terms)
    for words in re.findall(r"`((?:body|case|movement|disposition|agreement|count|arrange|site) [a-z]+)", cells[4] if len(cells) > 4 else ""):
        if words not in commands: print("no command", words)
')
[ -z "$lost" ] && pass "every term and command of the eight points is there" || fail "every term and command of the eight points is there" "$lost"

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
