"""Periksa rantai catatan Runut tanpa Runut: hanya Python dan pustaka bawaannya (docs/rantai.md).

    python periksa.py SALINAN.sqlite3 [KODE ...]

Keluar dengan 0 bila rantai utuh, setiap baris sama dengan catatan terakhirnya, dan setiap KODE
titik periksa cocok; selain itu 1. Isi kolom rahasia tidak dibandingkan: kuncinya ada di kantor.
"""

import hashlib
import json
import sqlite3
import sys

COLUMNS = ("office_id", "seq", "prev_hash", "at", "actor", "on_behalf_of", "kind", "subject")
COLUMNS += ("payload", "document", "states", "hash")
GOOD = "Rantai utuh; setiap baris sama dengan catatannya."


def hash_of(line):
    fields = {"office": str(line["office_id"])}
    fields |= {name: line[name] for name in COLUMNS[1:-1] if name != "states" or line[name]}
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(b"\0" + text.encode()).hexdigest()


def is_same(told, now):
    if isinstance(told, dict) and "sha256" in told:
        return hashlib.sha256(str(now).encode()).hexdigest() == told["sha256"]
    if isinstance(told, dict):
        return "hmac" in told or told["angka"] == repr(now)
    return told == now


def fits(code, line):
    seq, *digits = code.lower().split("-")
    return seq == str(line["seq"]) and line["hash"].startswith("".join(digits))


def check(database, codes):
    ends, last = {}, {}
    for line in database.execute("SELECT * FROM trust_entry ORDER BY office_id, seq"):
        seq, before = ends.get(line["office_id"], (0, "0" * 64))
        if (line["seq"], line["prev_hash"], line["hash"]) != (seq + 1, before, hash_of(line)):
            yield f"kantor {line['office_id']}: rantai rusak pada baris {seq + 1}"
        ends[line["office_id"]] = (line["seq"], line["hash"])
        codes = [code for code in codes if not fits(code, line)]
        for table, rows in json.loads(line["states"] or "{}").items():
            last.setdefault(table, {}).update(rows)
    yield from (f"kode {code} tidak cocok dengan baris mana pun" for code in codes)
    heads = {row["office_id"]: row for row in database.execute("SELECT * FROM trust_chainhead")}
    for office, end in ends.items():
        if office not in heads or (heads[office]["seq"], heads[office]["hash"]) != end:
            yield f"kantor {office}: ujung rantai hilang atau berbeda"
    for table, told in last.items():
        rows = {str(row["id"]): dict(row) for row in database.execute(f'SELECT * FROM "{table}"')}
        for key in sorted(told.keys() | rows.keys()):
            state, row = told.get(key), rows.get(key)
            if (state is None) != (row is None):
                what = "ditambahkan" if state is None else "dihapus"
                yield f"{table} baris {key}: {what} di luar catatan"
            for name in (state or {}) if row else ():
                if name in row and not is_same(state[name], row[name]):
                    yield f"{table} baris {key} kolom {name}: {state[name]} menjadi {row[name]}"


if __name__ == "__main__":
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    found = list(check(database, sys.argv[2:]))
    sys.stdout.write(("\n".join(found) or GOOD) + "\n")
    sys.exit(bool(found))
