#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The server against who connects or sends without end, and against who asks for what is not theirs.
set -uo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root" || exit 1
ulimit -Sn 512  # what the server raises
node=$scratch/node
run() { "$armistice" --data "$node" "$@"; }
"$armistice" init "$node" > "$scratch/said" || exit 1

# play: runs Python with what it needs to speak HTTP by hand; its output is kept in $out.
cat > "$scratch/wire.py" << 'PY'
import glob, json, os, resource, select, socket, subprocess, sys, time
port, pid, node = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
token = json.load(open(node + "/serving"))["token"]
resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)

def connect():
    return socket.create_connection(("127.0.0.1", port), timeout=10)

def head(method, path, *fields, host=None):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{port}'}", *fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()

def post(path, *fields):
    return head("POST", path, f"X-Armistice-Token: {token}", *fields)

def answer(one, seconds=5):
    """The first line of what comes; "" if nothing does."""
    one.settimeout(seconds)
    try:
        return one.recv(65536).decode(errors="replace").split("\r\n")[0]
    except OSError:
        return ""

def ticks():
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])

def files():
    return len(os.listdir(f"/proc/{pid}/fd"))
PY
play() { out=$({ cat "$scratch/wire.py"; cat; } | python3 - "${address##*:}" "$server_pid" "$node" 2>&1); }


start_server "$node"
play << 'PY'
# The server asks for no body before it knows who sends it.
for name, request in {
    "without the token": head("POST", "/api/record/submit", "Expect: 100-continue", "Content-Length: 1000000"),
    "for another host": head("POST", "/api/record/submit", f"X-Armistice-Token: {token}",
                             "Content-Length: 1000000", host="evil.example"),
    "from another site": post("/api/record/submit", "Sec-Fetch-Site: cross-site", "Transfer-Encoding: chunked"),
}.items():
    one = connect()
    one.sendall(request)
    print(name, answer(one))
one = connect()
one.sendall(post("/api/record/submit", "Expect: 100-continue", "Content-Length: 3"))
print("with the token", answer(one))
one.sendall(b"xyz")
print("then", answer(one))
one = connect()
one.sendall(head("GET", "/api/registers", "Content-Length: 5"))
print("a body of a GET", answer(one))

# Bodies that are announced, and never come.
many = []
for i in range(5):
    many.append(connect())
    many[-1].sendall(post("/api/record/submit", f"Content-Length: {60 << 20}"))
print("the fifth body", answer(many[4]))
print("the fourth body", answer(many[3], 0.3) or "is waited for")
for one in many:
    one.close()
time.sleep(0.3)
one = connect()
one.sendall(post("/api/record/submit", f"Content-Length: {60 << 20}"))
print("after they left", answer(one, 0.3) or "it is waited for")

# Who is refused while sending hears why.
one = connect()
one.sendall(head("POST", "/api/record/submit", f"Content-Length: {8 << 20}"))
try:
    for _ in range(128):
        one.sendall(b"x" * 65536)
except OSError as broken:
    print("sending:", broken)
print("while sending", answer(one))
PY
has "a POST without the token is refused before its body" "without the token HTTP/1.1 403"
has "and one for another host" "for another host HTTP/1.1 403"
has "and one from another site" "from another site HTTP/1.1 403"
has "with the token the body is asked for" "with the token HTTP/1.1 100"
has "and read" "then HTTP/1.1 400"
has "a GET brings no body" "a body of a GET HTTP/1.1 413"
has "bodies have so much room together" "the fifth body HTTP/1.1 503"
has "and no less" "the fourth body is waited for"
has "which comes back" "after they left it is waited for"
has "who is refused while sending hears it" "while sending HTTP/1.1 403"

# What nobody said openly is not served, though it lies in bodies/.
digest_of() { sha256sum "$1" | cut -d' ' -f1; }
keep() { cp "$1" "$node/bodies/$(digest_of "$1")"; }
is_body() {  # NAME STATUS HEX
  local got
  got=$(curl -s -o "$scratch/answer" -w '%{http_code}' "$address/register/joint/body/$3")
  [ "$got" = "$2" ] && pass "$1" || fail "$1" "$got, not $2"
}
head -c 70000 /dev/urandom > "$scratch/secret"
keep "$scratch/secret"
is_body "a body that no record says openly is not found" 404 "$(digest_of "$scratch/secret")"
head -c 70000 /dev/zero | tr '\0' 'a' > "$scratch/long"
expect "a long note is accepted" 0 run record write --as poland/member --file "$scratch/long"
index=$(sed -n 's/^record \([0-9]*\) .*/\1/p' <<< "$out")
out=$(run --json record show "$index")
hex=$(printf '%s' "$out" | python3 -c 'import json,sys; print(json.load(sys.stdin)["body"]["digest"][7:])')
is_body "its body is served from its file" 200 "$hex"
[ "$(digest_of "$scratch/answer")" = "$hex" ] && pass "whole" || fail "whole"
is_body "a file of the agreement is served" 200 "$(digest_of agreements/korea-1953/agreement.toml)"
is_body "and a kind's page" 200 "$(digest_of spec/kinds/note.md)"

out=$(timeout 3 curl -sN -D - "$address/api/feed" | head -n 20)
has "the feed is a stream of events" "text/event-stream"
has "the feed may not be read by another site" "Cross-Origin-Resource-Policy: same-origin"
has "nor framed" "frame-ancestors 'none'"
has "nor sniffed" "nosniff"
has "and says the state" '"size":'
out=$(curl -s -D - -X POST "$address/api/feed" -H "X-Armistice-Token: $(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$node/serving")")
has "who may not open it is told so under the same heads" "frame-ancestors 'none'"

# File handles: first none are left, then they come again.
play << 'PY'
limit = resource.prlimit(pid, resource.RLIMIT_NOFILE)
print("limit", "raised" if limit[0] == limit[1] else limit)
resource.prlimit(pid, resource.RLIMIT_NOFILE, (files() + 8, limit[1]))
many = [connect() for _ in range(40)]
time.sleep(0.5)
before = ticks()
time.sleep(2)
print("busy" if ticks() - before > 40 else "at rest", ticks() - before)
resource.prlimit(pid, resource.RLIMIT_NOFILE, limit)
one = connect()
one.sendall(head("GET", "/api/registers"))
print("then", answer(one))
PY
has "the server takes all the file handles that it may have" "limit raised"
has "without handles the server rests" "at rest"
has "with them it answers again" "then HTTP/1.1 200"
out=$(cat "$scratch/serve.log")
has "and its operator has heard why" "accept"
end_server

# With few handles from the start, connections leave enough of them.
real=$armistice
printf '#!/bin/sh\nulimit -n 128\nexec "%s" "$@"\n' "$real" > "$scratch/few"
chmod +x "$scratch/few"
armistice=$scratch/few
start_server "$node"
armistice=$real
play << 'PY'
many = [connect() for _ in range(200)]
time.sleep(1)
print("handles", "left" if files() <= 128 - 32 else "gone", files())
many[0].sendall(head("GET", "/api/registers"))
print("the first", answer(many[0]))
PY
has "of few handles the register keeps some" "handles left"
has "and those who came first are answered" "the first HTTP/1.1 200"
out=$(cat "$scratch/serve.log")
lacks "none was missing" "accept"
end_server

# Many that are refused at once, among others that are not: every one is answered, and the server lives.
start_server "$node"
play << 'PY'
import threading
kinds = {"no HTTP": b"not HTTP at all\r\n\r\n", "a long head": b"GET / HTTP/1.1\r\nX: " + b"x" * 40_000 + b"\r\n\r\n",
         "another host": head("GET", "/api/registers", host="evil.example"), "good": head("GET", "/api/registers")}
said = {name: set() for name in kinds}
def ask(name, request):
    for _ in range(60):
        one = connect()
        one.sendall(request)
        said[name].add(answer(one))
        one.close()
threads = [threading.Thread(target=ask, args=kind) for kind in kinds.items()]
for thread in threads: thread.start()
for thread in threads: thread.join()
for name, lines in said.items(): print(name, *sorted(lines))
PY
has "no HTTP is refused, each time" "no HTTP HTTP/1.1 400 Bad Request"
has "so is another host" "another host HTTP/1.1 403 Forbidden"
has "and what is good is answered" "good HTTP/1.1 200 OK"
kill -0 "$server_pid" 2> /dev/null && pass "the server lives" || fail "the server lives" "$(cat "$scratch/serve.log")"
