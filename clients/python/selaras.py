"""Memanggil Selaras dengan pustaka baku Python 3.9 atau yang lebih baru. Call Selaras with the standard library."""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

URL = os.environ.get("SELARAS_URL") or sys.exit("SELARAS_URL?")


def arguments(*names):
    """Isian perintah ini. Yang kurang atau lebih mencetak cara pakainya dan mengakhiri program dengan kode 2."""
    if len(sys.argv) - 1 != len(names):
        print("Pemakaian:", os.path.basename(sys.argv[0]), *names, file=sys.stderr)
        sys.exit(2)
    return sys.argv[1:]


NO_TOKEN = "SELARAS_TOKEN: isi dengan token dari pengelola, atau dari .selaras/tokens sesudah make run"


def call(method, path, body=None, headers=None, query=None, token=True):
    """Jawaban sebagai (status, headers, bytes). Kegagalan mencetak penjelasannya dan mengakhiri program."""
    address = URL + path + ("?" + urllib.parse.urlencode(query) if query else "")
    request = urllib.request.Request(address, data=body, method=method, headers=headers or {})
    if token:
        request.add_header("Authorization", "Bearer " + (os.environ.get("SELARAS_TOKEN") or sys.exit(NO_TOKEN)))
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        problem = json.loads(error.read() or b"{}")
        print(json.dumps(problem, ensure_ascii=False, indent=2), file=sys.stderr)
        sys.exit(f"{error.code}: {problem.get('title', error.reason)}")
    except urllib.error.URLError as error:
        sys.exit(f"{URL}: {error.reason}")


def get(path, query=None):
    """Dokumen JSON di alamat ini."""
    return json.loads(call("GET", path, query=query)[2])


def send(method, path, document, headers=None):
    """Mengirim dokumen JSON; jawabannya dokumen JSON juga."""
    headers = {"Content-Type": "application/json", **(headers or {})}
    return json.loads(call(method, path, json.dumps(document).encode(), headers)[2])


def show(document):
    print(json.dumps(document, ensure_ascii=False, indent=2))
