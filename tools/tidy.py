#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the tree to its own rules: layers, sizes, banned words and calls, licence lines, dead files.

Prints one TAP line a rule, and what breaks it. Exits 1 if anything does."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE_LINES_MAX = 500
FUNCTION_LINES_MAX = 70
COLUMNS_MAX = 100
COLUMNS_MAX_WEB = 110  # JSX nests deeper

# One word, one meaning (docs/glossary.md): the rival, and what to say instead.
BANNED_WORDS = {
    r"\bSTH\b": "checkpoint",
    r"\bblockchain\b": "register",
    r"\bmetadata\b": "header",
    r"\bprojection\b": "view",
    r"\bsequencer\b": "secretary or secretariat",
    r"\bTODO\b(?!\(#\d+, \d{4}-\d{2}-\d{2}\))": "an issue and a date",
}
# Calls that would go past Env, or past a Result.
BANNED_CALLS = {
    r"\bthrow\b": "an Error in a Result",
    r"\bstd::(rand|time|localtime|system)\b": "Env",
    r"\bsystem_clock::now\b": "Env::now",
    r"\bstd::(ifstream|ofstream|fstream|random_device)\b": "Env",
    r"\bgetenv\b": "an argument",
}
CALLS_ALLOWED_IN = {"src/base/env.cpp"}


def tracked(*patterns):
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
                         cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for path in out.splitlines() if (ROOT / path).is_file()]


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


def read_layers():
    layers, libraries = {}, {}
    for line in text_of("tools/layers.txt").splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if words[0] == "library":
            libraries[words[1]] = set(words[2:])
        else:
            layers[words[0]] = set(words[1:]) | {words[0]}
    return layers, libraries


def check_layers(files):
    layers, libraries = read_layers()
    for path in files:
        folder = path.split("/")[1]
        if folder not in layers:
            yield f"{path}: {folder} is no layer of tools/layers.txt"
            continue
        is_test = path.endswith("_test.cpp")
        for number, line in enumerate(text_of(path).splitlines(), 1):
            match = re.match(r'#include "([^"]+)"', line)
            if match and "/" in match[1]:
                other = match[1].split("/")[0]
                if other == "support" and is_test:
                    continue
                if other not in layers[folder] and not is_test:
                    yield f"{path}:{number}: {folder} may not include {match[1]}"
            match = re.match(r"#include <([^>]+)>", line)
            if match:
                for library, may in libraries.items():
                    if match[1].startswith(library) and folder not in may:
                        yield f"{path}:{number}: {folder} may not include <{match[1]}>"


def check_file_sizes(files):
    for path in files:
        lines = text_of(path).count("\n")
        if lines > FILE_LINES_MAX:
            yield f"{path}: {lines} lines, at most {FILE_LINES_MAX}"


def check_columns(files):
    for path in files:
        if path.startswith("web/src/messages/") or path.endswith(".test.ts"):
            continue  # the catalogue's sentences, and vectors, stand whole
        most = COLUMNS_MAX_WEB if path.startswith("web/") else COLUMNS_MAX
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if len(line) > most:
                yield f"{path}:{number}: {len(line)} columns, at most {most}"


def check_function_sizes(files):
    """A function body of the C++ files: from a line that ends in `{` at the depth of a definition to the
    `}` in the same column, as clang-format sets them."""
    opening = re.compile(r"^( *)[^ #/}].*[)\w>] (const |override |noexcept )*\{$|^( *)[^ #/}].*\) \{$")
    not_functions = re.compile(r"^ *(namespace|class|struct|enum|union|if|for|while|switch|do|else|extern|try|return)\b"
                               r"|= \{$|\bnamespace \{$")
    for path in files:
        lines = text_of(path).splitlines()
        for first, line in enumerate(lines):
            if not opening.match(line) or not_functions.search(line):
                continue
            indent = len(line) - len(line.lstrip(" "))
            for last in range(first + 1, len(lines)):
                if lines[last].startswith(" " * indent + "}"):
                    if last - first - 1 > FUNCTION_LINES_MAX:
                        yield f"{path}:{first + 1}: a function of {last - first - 1} lines"
                    break


def check_patterns(files, patterns, allowed=frozenset()):
    for path in files:
        if path in allowed:
            continue
        for number, line in enumerate(text_of(path).splitlines(), 1):
            code = line.split("//")[0] if path.endswith((".h", ".cpp")) else line
            for pattern, instead in patterns.items():
                if re.search(pattern, code):
                    yield f"{path}:{number}: {pattern.strip(chr(92) + 'b')} (say: {instead})"


def check_licence(files):
    for path in files:
        if "SPDX-License-Identifier: Apache-2.0" not in "\n".join(text_of(path).splitlines()[:3]):
            yield f"{path}: no SPDX line"


def check_dead_headers(files):
    everything = "\n".join(text_of(p) for p in tracked("src", "tests", "bench", "tools/*.cpp")
                           if p.endswith((".h", ".cpp")))
    for path in files:
        if path.endswith(".h") and f'#include "{path[len("src/"):]}"' not in everything:
            yield f"{path}: nobody includes it"


def main():
    code = [p for p in tracked("src", "tests", "bench", "tools") if p.endswith((".h", ".cpp"))]
    source = [p for p in code if p.startswith("src/")]
    shipped = [p for p in source if not p.endswith("_test.cpp")]
    web = [p for p in tracked("web/src", "tests") if p.endswith((".ts", ".tsx", ".css", ".mjs"))]
    scripts = [p for p in tracked("tools", "cmake", "run", "test", ".ci/run")
               if not p.endswith((".json", ".md", ".txt"))]
    rules = [
        ("layers hold", check_layers(source)),
        ("files are short", check_file_sizes(code + web + scripts)),
        ("lines are short", check_columns(code + web)),
        ("functions are short", check_function_sizes(code)),
        ("one word, one meaning", check_patterns(code + web, BANNED_WORDS)),
        ("no call goes past Env or Result", check_patterns(shipped, BANNED_CALLS, CALLS_ALLOWED_IN)),
        ("every file names its licence", check_licence(code + web + scripts)),
        ("every header is used", check_dead_headers(source)),
    ]
    failed = 0
    for number, (name, findings) in enumerate(rules, 1):
        found = list(findings)
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for line in found:
            print(f"  # {line}")
        failed += bool(found)
    print(f"1..{len(rules)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
