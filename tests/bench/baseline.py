"""The baseline of ./dev bench: what a careful script does with the standard library, for twelve of the checks."""
import csv
import json
import re
import sys

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
RESIDENT = re.compile(r"[1-8]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]")
PHONE = re.compile(r"1\d{10}")
POSTAL = re.compile(r"\d{6}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
VIRTUAL = ("162", "165", "167", "170", "171")
REQUIRED = ("candidate_type", "name", "document_number", "phone", "sex", "ethnicity", "college", "junior_major")


def check(row):
    number = row["document_number"]
    if not RESIDENT.fullmatch(number):
        yield "identity.format"
    else:
        if "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, number)) % 11] != number[17]:
            yield "identity.checksum"
        if (int(number[16]) % 2 == 1) != (row["sex"] == "男"):
            yield "identity.sex"
    phone = row["phone"]
    if not PHONE.fullmatch(phone):
        yield "contact.phone-form"
    elif phone.startswith(VIRTUAL):
        yield "contact.phone-virtual"
    if not POSTAL.fullmatch(row["postal_code"]):
        yield "contact.postal-form"
    if not DAY.fullmatch(row["graduation_date"]):
        yield "form.format"
    for field in REQUIRED:
        if not row[field]:
            yield "form.required"
            break
    if len(row["name"]) > 60:
        yield "person.name-length"
    if row["submitted_at"] < row["confirmed_at"]:
        yield "process.confirmed"


def main(source, target):
    numbers, phones = set(), set()
    with open(source, encoding="utf-8", newline="") as table, open(target, "w", encoding="utf-8") as report:
        for index, row in enumerate(csv.DictReader(table), 2):
            found = list(check(row))
            for seen, key, rule in ((numbers, "document_number", "identity.person-once"), (phones, "phone", "contact.phone-once")):
                if row[key] in seen:
                    found.append(rule)
                seen.add(row[key])
            for rule in found:
                report.write(json.dumps({"row": index, "application_no": row["application_no"], "rule": rule}) + "\n")


main(sys.argv[1], sys.argv[2])
