#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times whole programs for bench/run: seconds and the largest resident set, with the limits beside.

timed.py run NAME LIMIT_S LIMIT_MIB COMMAND…   runs it to its end
timed.py serve NAME LIMIT_S PORT COMMAND…      until it answers a request; then ends it
timed.py with PORT COMMAND… -- LOAD…           runs LOAD while COMMAND serves at PORT
"""
import os
import subprocess
import sys
import time
import urllib.request


def beside(value, limit):
    return f"(limit {limit:g}: {value / limit:.2f} of it)"


def run(name, limit_s, limit_mib, command):
    started = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ,
                          file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    seconds = time.monotonic() - started
    mib = usage.ru_maxrss / 1024
    print(f"{name}: {seconds:.1f} s  {beside(seconds, float(limit_s)) if limit_s != '-' else ''}")
    print(f"{name}, largest resident set: {mib:.0f} MiB  {beside(mib, float(limit_mib)) if limit_mib != '-' else ''}")
    print(f"{name}, processor: {usage.ru_utime + usage.ru_stime:.1f} s on {os.cpu_count()} cores")
    return os.waitstatus_to_exitcode(status)


def wait_until_it_answers(port, process):
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/registers", timeout=60) as answer:
                answer.read()
                return True
        except OSError:
            time.sleep(0.005)
    return False


def served(port, command, then):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        return then() if wait_until_it_answers(port, process) else 1
    finally:
        process.terminate()
        process.wait(30)


def serve(name, limit_s, port, command):
    started = time.monotonic()

    def answered():
        seconds = time.monotonic() - started
        print(f"{name}: {seconds:.2f} s  {beside(seconds, float(limit_s))}")
        return 0

    return served(port, command, answered)


def main(words):
    verb, rest = words[0], words[1:]
    if verb == "run":
        return run(rest[0], rest[1], rest[2], rest[3:])
    if verb == "serve":
        return serve(rest[0], rest[1], rest[2], rest[3:])
    split = rest.index("--")
    return served(rest[0], rest[1:split], lambda: subprocess.call(rest[split + 1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
