#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# An agreement's folder is checked: the shipped one is good; broken copies are told what is wrong, and where.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
shipped=agreements/korea-1953
check() { "$armistice" agreement check "$@"; }
# broken FILE FROM TO: a fresh copy with FROM replaced in one file.
broken() {
  rm -rf "$scratch/copy"
  cp -r "$shipped" "$scratch/copy"
  sed -i "s|$2|$3|" "$scratch/copy/$1"
}

expect "the shipped agreement is good" 0 check "$shipped"
has "one line a case" "good   mobile/six-of-ten: broken (§42e): unc has 6 out, at most 5 of 10"
has "a summary" " cases, 0 failed"
expect "as JSON" 0 check "$shipped" --json
json good > "$scratch/good" && [ "$(cat "$scratch/good")" = True ] && pass "JSON says good" ||
  fail "JSON says good" "$out"

broken terms/article-1.toml 'persons_max = 1000' 'persons_max = 999'
expect "a term that its cases contradict" 1 check "$scratch/copy"
has "names the case" "WRONG  persons/a-thousand: broken (§10): 1000 authorized, at most 999"
has "names file and line" "cases/access.toml line "
has "says what should come" "zone.civil-administration should say kept (§10)"
has "counts it" "1 failed"
expect "the same as JSON" 1 check "$scratch/copy" --json

broken terms/article-2.toml 'first = "forwarded"' 'frist = "forwarded"'
expect "a misspelt field" 1 check "$scratch/copy"
has "is named with its place" "terms/article-2.toml line "
has "and what is missing" "first is missing"

broken bodies.toml 'side = "unc"' 'side = "un"'
expect "a side that is not there" 1 check "$scratch/copy"
has "is named" "agreement.toml has no party un"

broken cases/neutrals.toml 'expect = "may_act"' 'expect = '
expect "a file that is no TOML" 1 check "$scratch/copy"
has "is named with its line" "cases/neutrals.toml line "

expect "no such folder" 1 check "$scratch/nowhere"
expect "no folder" 2 check

# The whole folder goes on record, subfolders and all.
expect "a node is made with it" 0 "$armistice" init "$scratch/node" --agreement "$shipped"
