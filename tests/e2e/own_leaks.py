# SPDX-License-Identifier: Apache-2.0
"""Looks for secrets in every byte of folders and of what a server answers, in every form in which they
could have got there.

usage: own_leaks.py SECRETS all|none FOLDER...          each secret is there, or none is
       own_leaks.py SECRETS serves SCHEMA ADDRESS       none is in what the server answers
       own_leaks.py SECRETS screens ADDRESS TOKEN       none is in what it answers of drafts that say them

SECRETS holds one a line. Exits 0 if it is so."""
import base64
import json
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request


def forms(secret):
    """The secret as text, in UTF-16, in hexadecimal, in base64 at each of the three places where it may
    begin in a group (without the characters that its neighbours have a share in), and percent-encoded."""
    raw = secret.encode()
    yield "text", raw
    yield "lower case", raw.lower()
    yield "upper case", raw.upper()
    for name in ("utf-16-le", "utf-16-be"):
        yield name, secret.encode(name)
    yield "hexadecimal", raw.hex().encode()
    yield "hexadecimal, upper", raw.hex().upper().encode()
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + raw + b"\0" * 3).rstrip(b"=")
        begin = (before * 8 + 5) // 6
        yield f"base64 at {before}", coded[begin : (before + len(raw)) * 8 // 6]
    yield "percent", urllib.parse.quote(secret).encode()
    yield "reversed", raw[::-1]


def found_in(data, secrets):
    return {(secret, name) for secret in secrets for name, form in forms(secret) if form in data}


def in_folders(secrets, folders):
    found, files = set(), 0
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            found |= {(secret, f"{name} in {path.name}") for secret, name in
                      found_in(str(path).encode(), secrets)}
            if path.is_file():
                files += 1
                found |= {(secret, f"{name} in {path}") for secret, name in
                          found_in(path.read_bytes(), secrets)}
    return found, files


def answer_of(request):
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read() + str(answer.headers).encode()
    except urllib.error.HTTPError as error:
        return error.code, error.read() + str(error.headers).encode()


def read_json(address, path):
    with urllib.request.urlopen(address + path, timeout=30) as answer:
        return json.load(answer)


def queries_of(schema, size):
    """Every question of the table, without arguments, and of every record and issue it may be asked of."""
    for name, command in schema["commands"].items():
        if command["runs"] != "query":
            continue
        path = "/api/" + name.replace(" ", "/")
        yield path
        arguments = command["arguments"]["properties"]
        for one in set(arguments) & {"record", "case", "sitting"}:
            yield from (f"{path}?{one}={index}" for index in range(size))
        if "issue" in arguments:
            yield from (f"{path}?issue={issue}" for issue in ("line", "neutral-zone"))


def routes_of(address, size):
    yield from ("/", "/own", "/api/registers", "/register/joint/checkpoint", "/register/joint/tile/0/000")
    yield from (f"/register/joint/tile/{kind}/000.p/{size % 256}" for kind in ("0", "entries"))
    for row in read_json(address, "/api/record/list?count=1000"):
        yield f"/register/joint/body/{row['body']['digest'][7:]}"
    # What its own page says of the own register is asked there alone.
    yield from ("/api/own/show", "/api/own/open")


def drafts_with(words):
    """Bodies that say the words, where they may stand and where they break its form."""
    salt = "0" * 32
    yield "note/1", json.dumps({"salt": salt, "language": "en", "text": f"So: {words}."})
    yield "note/1", json.dumps({"salt": words, "language": "en", "text": "So."})
    yield "note/1", words
    yield words, "{}"
    for act in ("proposes", "drops", "accepts", words):
        yield "proposal/1", json.dumps(
            {"salt": salt, "issue": "line", "side": "kpa-cpv", "act": act, "day": "1951-08-13", "of": "",
             "alternative": 0, "value": words, "condition": "", "linked": "", "source": "", "text": ""})


def screened(address, token, kind, body):
    asked = {"register": "joint", "as": ["kpa-cpv/delegation"], "kind": kind, "body": body}
    headers = {"X-Armistice-Token": token, "Content-Type": "application/json"}
    return answer_of(urllib.request.Request(address + "/api/record/screen",
                                            json.dumps(asked).encode(), headers))


def in_screenings(secrets, address, token):
    """What is said of drafts that give each secret away: yes, no or an error, and nothing of the others.
    An error may repeat what the draft itself says."""
    found, words = set(), {b"true": 0, b"false": 0}
    drafts = [(secret, *draft) for secret in secrets for draft in drafts_with(secret)]
    for secret, kind, body in drafts:
        status, data = screened(address, token, kind, body)
        asked = (kind + body).encode()
        held = [one for one in secrets if one.encode() not in asked] if status != 200 else secrets
        found |= {(one, f"{name} in the answer to {kind}") for one, name in found_in(data, held)}
        for word in words:
            words[word] += status == 200 and data.startswith(b'{"may_be_signed":' + word + b"}")
    print(f"{words[b'true']} yes, {words[b'false']} no, of {len(drafts)}")
    return found, len(drafts)


def in_answers(secrets, schema, address):
    size = read_json(address, "/api/register/head")["accepted"]["size"]
    found, good = set(), 0
    for path in (*queries_of(schema, size), *routes_of(address, size)):
        status, data = answer_of(address + path)
        good += status == 200
        found |= {(secret, f"{name} in {path}") for secret, name in found_in(data, secrets)}
    return found, good


def main():
    secrets = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    secrets = [secret for secret in secrets if secret]
    mode = sys.argv[2]
    if mode == "serves":
        schema = json.loads(pathlib.Path(sys.argv[3]).read_text(encoding="utf-8"))
        found, read = in_answers(secrets, schema, sys.argv[4])
    elif mode == "screens":
        found, read = in_screenings(secrets, sys.argv[3], sys.argv[4])
    else:
        found, read = in_folders(secrets, sys.argv[3:])
    missing = set(secrets) - {secret for secret, _ in found}
    print(f"{len(secrets)} secrets, {read} read, {len(found)} found, {len(missing)} not found")
    if mode == "all":
        print("\n".join(sorted(missing)))
        return 1 if missing or not secrets else 0
    print("\n".join(f"{secret}: {where}" for secret, where in sorted(found)))
    return 1 if found or not secrets or read == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
