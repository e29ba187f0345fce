#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the suites and counts their tests. See ./test --help."""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DEV = ROOT / "build/dev"
SUITE_SECONDS_MAX = 3_600


class Count:
    def __init__(self, passed=0, failed=0, skipped=0, details=()):
        self.passed, self.failed, self.skipped = passed, failed, skipped
        self.details = list(details)

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def text(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def run(command, cwd=ROOT, env=None):
    """The exit status and output of a command that may take no longer than a suite may."""
    environment = dict(os.environ, **(env or {}))
    try:
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True,
                              errors="replace", timeout=SUITE_SECONDS_MAX)
        return done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired as late:
        return 124, f"{command[0]} took longer than {late.timeout} s"


def gtest(program, env=None):
    """Counts the cases of a GoogleTest program; one that crashes is a failure of its own."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        status, output = run([str(program), f"--gtest_output=json:{report}"], env=env)
        if not report.exists():
            return Count(failed=1, details=[f"{program} ended with {status}"] + output.splitlines()[-40:])
        count = Count()
        for group in json.loads(report.read_text())["testsuites"]:
            for case in group["testsuite"]:
                name = f"{group['name']}.{case['name']}"
                if case.get("failures"):
                    count.failed += 1
                    count.details += [name] + [f["failure"] for f in case["failures"]]
                elif case.get("result") == "SKIPPED":
                    count.skipped += 1
                else:
                    count.passed += 1
        if status != 0 and count.failed == 0:
            count.failed += 1
            count.details += [f"{program} ended with {status}"] + output.splitlines()[-40:]
        return count


def tap(command, env=None):
    """Counts the lines `ok`, `not ok` and `ok … # SKIP` of a program that speaks TAP."""
    status, output = run(command, env=env)
    count = Count()
    for line in output.splitlines():
        match = re.match(r"(not )?ok\b(.*)", line)
        if not match:
            continue
        if match[1]:
            count.failed += 1
        elif re.search(r"#\s*SKIP", match[2], re.IGNORECASE):
            count.skipped += 1
        else:
            count.passed += 1
    if status != 0 and count.failed == 0:
        count.failed += 1
    if count.failed:
        count.details = [f"{' '.join(map(str, command))} ended with {status}"] + output.splitlines()[-120:]
    return count


def node():
    return run(["tools/node-path"])[1].strip()


def vitest():
    folder = node()
    path = {"PATH": f"{folder}:{os.environ['PATH']}"}
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch) / "report.json"
        status, output = run(["npx", "vitest", "run", "--reporter=json", f"--outputFile={report}"],
                             cwd=ROOT / "web", env=path)
        if not report.exists():
            return Count(failed=1, details=output.splitlines()[-60:])
        result = json.loads(report.read_text())
        count = Count(result["numPassedTests"], result["numFailedTests"],
                      result["numPendingTests"] + result.get("numTodoTests", 0))
        if result["numFailedTestSuites"] and not count.failed:
            count.failed = result["numFailedTestSuites"]
        for file in result["testResults"]:
            count.details += [file["message"]] if file.get("message") else []
            for case in file["assertionResults"]:
                if case["status"] == "failed":
                    count.details += [case["fullName"]] + case["failureMessages"]
    for name, command in {"types": ["npx", "tsc", "--noEmit"],
                          "lint": ["npx", "oxlint", "--deny-warnings", "src"]}.items():
        status, output = run(command, cwd=ROOT / "web", env=path)
        count.add(Count(passed=int(status == 0), failed=int(status != 0)))
        count.details += [f"web {name}:"] + output.splitlines()[-60:] if status else []
    return count


def scripts(pattern, at_once=1):
    """Runs every script of a folder, so many at a time, and adds what they count."""
    def run_one(script):
        return tap([f"{node()}/node", str(script)] if script.suffix == ".mjs" else [str(script)])

    count = Count()
    with concurrent.futures.ThreadPoolExecutor(max_workers=at_once) as pool:
        for one in pool.map(run_one, sorted(ROOT.glob(pattern))):
            count.add(one)
            count.details += one.details
    return count


def clang_format():
    files = subprocess.run(["git", "ls-files", "*.h", "*.cpp"], cwd=ROOT, check=True,
                           capture_output=True, text=True).stdout.split()
    status, output = run(["clang-format-19", "--dry-run", "--Werror", *files])
    return Count(passed=int(status == 0), failed=int(status != 0), details=output.splitlines()[:40] if status else [])


def build(preset, *targets):
    status = subprocess.run(["tools/build", preset, *targets], cwd=ROOT).returncode
    if status != 0:
        print("0 passed, 1 failed, 0 skipped")
        sys.exit(1)


# Name, the targets it needs built (preset and target, or all of a preset), and how it is run.
SUITES = {
    "tidy": ((), lambda: tap(["tools/tidy.py"])),
    "format": ((), clang_format),
    "unit": (("dev unit_tests",), lambda: gtest(DEV / "unit_tests")),
    "property": (("dev property_tests",), lambda: gtest(DEV / "property_tests")),
    "crash": (("dev crash_tests",), lambda: gtest(DEV / "crash_tests")),
    "fuzz": (("dev fuzz_replay",), lambda: gtest(DEV / "fuzz_replay")),
    "web": (("release armistice",), vitest),
    "e2e": (("release armistice",), lambda: scripts("tests/e2e/*.test.sh")),
    # A browser's test waits more than it computes.
    "browser": (("release armistice",), lambda: scripts("tests/browser/*.test.mjs", at_once=2)),
}
LONG = {
    "crash-long": (("dev crash_tests",), lambda: gtest(DEV / "crash_tests", {"ARMISTICE_LONG": "1"})),
    "threads": (("tsan unit_tests",), lambda: gtest(ROOT / "build/tsan/unit_tests",
                                                    {"TSAN_OPTIONS": "halt_on_error=1"})),
    "fuzz-long": (("fuzz",), lambda: tap(["tools/fuzz", "60"])),
    "clang-tidy": (("dev",), lambda: tap(["tools/clang-tidy"])),
}
# Part of other suites, and to be run by name.
PARTS = {
    "story": (("release armistice",), lambda: scripts("tests/*/story.test.*")),
    "ledger": (("release armistice",), lambda: scripts("tests/*/ledger.test.*")),
    "bodies": (("release armistice",), lambda: scripts("tests/*/bod*.test.*")),
    "passes": (("release armistice",), lambda: scripts("tests/*/passes.test.*")),
    "drafts": (("release armistice",), lambda: scripts("tests/*/drafts.test.*")),
    "arrangements": (("release armistice",), lambda: scripts("tests/*/arrangements.test.*")),
    "holdings": (("release armistice",), lambda: scripts("tests/*/holdings.test.*")),
    "conference": (("release armistice",), lambda: scripts("tests/*/conference*.test.*")),
    "own": (("release armistice",), lambda: scripts("tests/*/own.test.*")),
    "sightings": (("release armistice",), lambda: scripts("tests/*/sightings.test.*")),
    "incidents": (("release armistice",), lambda: scripts("tests/*/incidents.test.*")),
    "standing": (("release armistice",), lambda: scripts("tests/*/standing.test.*")),
    "agreement": (("release armistice",), lambda: scripts("tests/*/agreement.test.*")),
    "tarn": (("release armistice",), lambda: scripts("tests/*/tarn.test.*")),
}
ALONGSIDE = {"crash", "unit", "property", "fuzz"}
GROUPS = {
    "spine": ["unit", "property", "crash", "fuzz", "web", "e2e", "browser"],
}


def chosen(words):
    names = [word for word in words if not word.startswith("-")]
    picked = []
    for word in words:
        if word.startswith("-") and word not in ("--long", "--update"):
            print(f"./test: there is no option {word}; see ./test --help", file=sys.stderr)
            sys.exit(2)
    for name in names or list(SUITES):
        if name not in {**GROUPS, **SUITES, **LONG, **PARTS}:
            print(f"./test: no suite is called {name}; there are: "
                  f"{', '.join([*GROUPS, *SUITES, *LONG, *PARTS])}", file=sys.stderr)
            sys.exit(2)
        picked += GROUPS.get(name, [name])
    if "--long" in words:
        picked += [name for name in LONG if name not in picked]
    return picked


def needs(all_needed):
    """The targets to build of each preset; none of them means all."""
    wanted = {}
    for needed in all_needed:
        for one in needed:
            preset, _, target = one.partition(" ")
            wanted.setdefault(preset, []).append(target)
    return {preset: [] if "" in targets else sorted(set(targets)) for preset, targets in wanted.items()}


def main(words):
    if "--update" in words:
        os.environ["ARMISTICE_UPDATE"] = "1"
    suites = {**SUITES, **LONG, **PARTS}
    picked = chosen(words)
    for preset, targets in needs(suites[name][0] for name in picked).items():
        build(preset, *targets)
    total = Count()

    def timed(name):
        started = time.monotonic()
        return name, suites[name][1](), time.monotonic() - started

    def report(name, count, seconds):
        total.add(count)
        print(f"{name:<12} {count.text():<40} {seconds:6.1f} s", flush=True)
        if count.failed:
            print("\n".join(f"    {line}" for line in count.details), flush=True)

    # Two at a time of those that keep one core busy and wait for nobody; then the others.
    alongside = sorted(name for name in picked if name in ALONGSIDE)  # `crash`, the longest, first
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for done in concurrent.futures.as_completed([pool.submit(timed, name) for name in alongside]):
            report(*done.result())
    for name in picked:
        if name not in ALONGSIDE:
            report(*timed(name))
    print(total.text())
    return 1 if total.failed or total.passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
