"""What a careful script does with Python's standard library: 54 of the pack's 70 checks, all but those that open files.

Usage: baseline.py PACK SEASON.csv REPORT.jsonl AS-OF. Tuned: rows as lists, tables as dictionaries, every
answer about a column of few values remembered. The rows it finds fault with are those zsb-check finds fault with; the
bench compares. It leaves out the messages in two languages, damaged input and any encoding but UTF-8.
"""
import csv
import json
import re
import sys
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
HAN = "\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U000323af\uf900-\ufaff\u3007"
NAME = re.compile(f"[{HAN}]+(·[{HAN}]+)*|[\u1800-\u18af\u202f\ue234-\ue71d]+|[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f' -]*")
WIDE = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)}


def title(text):
    return "".join(text.translate(WIDE).split()).lower()


def table(pack, name):
    with open(pack / "tables" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def index(rows):
    known = {}
    for row in rows:
        known.setdefault(row["code"], row)
    for row in rows:
        for word in (row["name_zh"], row.get("name_en"), *(row.get("aliases") or "").split("|")):
            if word:
                known.setdefault(title(word), row)
                known.setdefault(word, row)
    return known


def day(text):
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def month(text):
    return day(text + "-01") if len(text) == 7 else None


def moment(text):
    try:
        return datetime.fromisoformat(text) if MOMENT.fullmatch(text) else None
    except ValueError:
        return None


class Season:
    """The pack, and everything that is worked out once."""

    def __init__(self, pack, as_of):
        self.pack = json.loads((pack / "pack.json").read_text("utf-8"))
        types = json.loads((pack / "types.json").read_text("utf-8"))
        fields = json.loads((pack / "fields.json").read_text("utf-8"))
        self.rules = {r["id"]: r.get("parameters", {}) for r in json.loads((pack / "rules.json").read_text("utf-8"))}
        self.limits = {f["field"]: f.get("max_length", 0) for f in fields}
        self.kinds = {f["field"]: f["kind"] for f in fields}
        self.types = {}
        for each in types:
            for word in (each["id"], each["name"]["zh"], each["name"]["en"], *each.get("aliases", ())):
                self.types.setdefault(title(word), each)
            each["slots"] = {s for m in each["materials"] for s in m["one_of"]}
        names = ("sex", "ethnicity", "political_status", "foreign_language", "exam_site", "exam_region", "payment_state",
                 "college", "award", "award_level")
        self.tables = {name: index(table(pack, name)) for name in names}
        self.regions = {row["code"] for row in table(pack, "region")}
        self.prefixes = {row["code"]: row["kind"] for row in table(pack, "phone_prefix")}
        self.lengths = sorted({len(code) for code in self.prefixes}, reverse=True)
        self.postal = {}
        self.places = table(pack, "postal")
        for row in self.places:
            self.postal.setdefault(row["code"][:3], []).append(row)
        self.documents = {}
        for each in self.pack["document_types"]:
            each["regex"] = re.compile(each["pattern"], re.ASCII)
            for word in (each["code"], each["name"]["zh"], each["name"]["en"], *each.get("aliases", ())):
                self.documents.setdefault(title(word), each)
        self.slots = {s["id"] for s in self.pack["materials"]["slots"]}
        with open(pack / "catalogue.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
        self.bachelors = {title(r["bachelor_major"]) for r in rows}
        self.reach, self.codes, self.names = {}, {}, {}
        for r in rows:
            key = (r["junior_code"].upper(), title(r["junior_name"]))
            self.reach.setdefault(key, set()).add(title(r["bachelor_major"]))
            self.codes.setdefault(key[0], key)
            self.names.setdefault(key[1], set()).add(key)
        self.windows = {w["id"]: (datetime.fromisoformat(w["from"]), datetime.fromisoformat(w["to"]),
                                  w.get("daily_from", "00:00"), w.get("daily_to", "24:00"))
                        for w in self.pack["calendar"]}
        self.zone = datetime.fromisoformat("2000-01-01T00:00:00" + self.pack["time_offset"]).tzinfo
        self.as_of = as_of.astimezone(self.zone)
        self.fee = str(self.pack["fee"]["fen"])

    def junior(self, code, name):
        if code:
            key = (code.translate(WIDE).upper(), title(name))
            return key if key in self.reach else None
        keys = self.names.get(title(name), ())
        return next(iter(keys)) if len(keys) == 1 else None

    def college(self, given):
        for suffix in self.rules["schooling.college-scope"]["suffixes"]:
            if given.endswith(suffix):
                found = self.tables["college"].get(given.removesuffix(suffix))
                if found:
                    return found
        return self.tables["college"].get(given) or self.tables["college"].get(title(given))


class Remembered(dict):
    """A function's answers by argument."""

    def __init__(self, ask):
        super().__init__()
        self.ask = ask

    def __missing__(self, key):
        answer = self[key] = self.ask(key)
        return answer


def reach_of(season):
    def schooling(key):
        """Everything that type, college, majors, region, award and graduation settle between them."""
        kind_text, region, pending, award, level, college, college_code, junior, code, bachelor, graduated = key
        kind = season.types.get(title(kind_text))
        found = []
        if not kind:
            found.append("type.known")
        scope = kind.get("college_scope", "any") if kind else "any"
        if kind and region and scope != "any":
            row = season.tables["exam_region"].get(region)
            if not row or row["code"] != scope:
                found.append("type.exam-region")
        if kind and pending == "1" and not kind.get("asks_award_pending"):
            found.append("type.award-pending")
        if kind and award and kind.get("won_award"):
            row = season.tables["award"].get(award)
            stage = season.tables["award_level"].get(level)
            if not row or level and (not stage or stage["code"] not in row["levels"].split("|")):
                found.append("type.award")
        if pending not in ("", "0", "1"):
            found.append("form.format")
        place = season.college(college) if college else None
        if kind and college and scope != "any" and (scope == "inside") != bool(place and place["scope"] == "inside"):
            found.append("schooling.college-scope")
        if college and college_code and place and place["code"].isdigit() and place["code"] != college_code:
            found.append("schooling.college-code")
        manual = not kind or kind.get("major_entry", "catalogue") == "manual"
        known = season.junior(code, junior)
        if junior and not manual and not known:
            found.append("schooling.junior-major")
        if graduated:
            when = day(graduated)
            if not when:
                found.append("form.format")
            elif kind:
                span = kind.get("graduation", {})
                for guess, rule in ((False, "schooling.graduation-date"), (True, "schooling.graduation-date-usual")):
                    if ("from" in span and span.get("from_guess", False) == guess and when < date.fromisoformat(span["from"])
                            or "to" in span and span.get("to_guess", False) == guess and when > date.fromisoformat(span["to"])):
                        found.append(rule)
        wanted = title(bachelor)
        if bachelor and wanted not in season.bachelors:
            found.append("choice.bachelor-major")
        elif bachelor and not manual and known and wanted not in season.reach[known]:
            found.append("choice.reachable")
        if kind and bachelor and kind.get("major_choice", "at-registration") == "later":
            found.append("choice.later")
        return kind, found
    return schooling


def check_all(season, source, report):
    rules = season.rules
    with open(source, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        at = {name: i for i, name in enumerate(header)}
        position = [at[n] for n in ("candidate_type", "exam_region", "award_pending", "award_name", "award_level", "college",
                                    "college_code", "junior_major", "junior_major_code", "bachelor_major", "graduation_date")]
        schooling_key = itemgetter(*position)
        schooling = Remembered(reach_of(season))
        coded = [(at[field], rule, Remembered(lambda text, t=season.tables[field]: bool(not text or t.get(text) or t.get(title(text)))))
                 for field, rule in (("sex", "person.sex"), ("ethnicity", "person.ethnicity"),
                                     ("political_status", "person.political-status"),
                                     ("foreign_language", "person.foreign-language"), ("exam_site", "choice.exam-site"))]
        limits = [(at[f], season.limits[f]) for f in rules["form.max-length"]["fields"] if season.limits.get(f)]
        required = {}
        for kind in {id(k): k for k in season.types.values()}.values():
            required[kind["id"]] = [[at[f] for f, use in kind["fields"].items()
                                     if use == word and f in at and f != "candidate_type" and season.kinds[f] != "file"]
                                    for word in ("required", "guess")]
        by_all = [[i for i in lists[0] if all(i in other for other in lists)] for lists in zip(*required.values())]
        documents = Remembered(lambda text: season.documents.get(title(text or season.pack["default_document_type"])))
        months = Remembered(month)
        moments = Remembered(moment)
        sexes = Remembered(lambda text: (season.tables["sex"].get(text) or {}).get("code"))
        paid_states = Remembered(lambda text: (season.tables["payment_state"].get(text) or {}).get("code") in
                                 rules["process.payment"]["paidStates"])

        def place_of(key):
            area, address = key
            if any(row["name_zh"] in address for row in season.postal.get(area, ())):
                return True
            named = next((row for row in season.places if row["name_zh"] in address), None)
            return not named or any(row["region"][:4] == named["region"][:4] for row in season.postal.get(area, ()))

        def phone_kind(prefix):
            for length in season.lengths:
                if prefix[:length] in season.prefixes:
                    return season.prefixes[prefix[:length]]
            return None
        kinds = Remembered(phone_kind)
        longest = max(season.lengths)

        def birth(text):
            return day(f"{text[:4]}-{text[4:6]}-{text[6:]}")
        births = Remembered(birth)

        def window_of(name):
            first, last, daily_from, daily_to = season.windows[name]
            return lambda when: (first <= when <= last and
                                 daily_from <= when.astimezone(season.zone).strftime("%H:%M:%S") and
                                 when.astimezone(season.zone).strftime("%H:%M:%S") <= daily_to + ":00")
        registration = Remembered(window_of("registration"))
        collection = Remembered(window_of("collection"))

        def slots_of(key):
            kind, slots = key
            found = []
            for use in season.types[kind]["materials"]:
                if use.get("required", True) and not any(s in slots for s in use["one_of"]):
                    found.append("materials.expected" if use.get("guess") else "materials.required")
            for slot in slots:
                if slot not in season.slots or slot not in season.types[kind]["slots"]:
                    found.append("materials.slot")
            return found
        uploads = Remembered(slots_of)
        age = rules["identity.age"]
        today = season.as_of.date()
        suffixes = set(rules["identity.region"]["oldSuffixes"])
        numbers, phones, applications, double, shared, taken = {}, {}, {}, [], [], []
        (a_no, a_name, a_document, a_number, a_phone, a_sex, a_address, a_postal, a_enlisted, a_discharged, a_notice,
         a_collected, a_confirmed, a_submitted, a_state, a_paid, a_portrait, a_materials) = (at[n] for n in (
             "application_no", "name", "document_type", "document_number", "phone", "sex", "mailing_address", "postal_code",
             "enlistment_month", "discharge_month", "notice_accepted_at", "identity_collected_at", "confirmed_at",
             "submitted_at", "payment_state", "paid_amount", "portrait", "materials"))
        name_limit = season.limits["name"]
        shortest = rules["contact.address-length"]["minLength"]
        virtual, doubtful = rules["contact.phone-virtual"]["kinds"], rules["contact.phone-carrier"]["kinds"]
        write = report.write
        seen = 0
        for row_number, row in enumerate(reader, 2):
            if not row:
                continue
            seen += 1
            row = [cell.strip() for cell in row]
            kind, known = schooling[schooling_key(row)]
            found = known.copy() if known else []
            for rule, needed in zip(("form.required", "form.expected"), required[kind["id"]] if kind else by_all):
                if not all([row[i] for i in needed]):
                    found.append(rule)
            if kind:
                if kind.get("served_in_army"):
                    enlisted, discharged = months[row[a_enlisted]], months[row[a_discharged]]
                    until = moments[row[a_submitted]]
                    until = until.astimezone(season.zone).date() if until else today
                    if discharged and (enlisted and enlisted >= discharged or discharged > until):
                        found.append("type.service-order")
            for i in (a_enlisted, a_discharged):
                if row[i] and not months[row[i]]:
                    found.append("form.format")
            for i in (a_notice, a_collected, a_confirmed, a_submitted):
                if row[i] and not moments[row[i]]:
                    found.append("form.format")
            for i, limit in limits:
                if len(row[i]) > limit:
                    found.append("form.max-length")
            document = documents[row[a_document]]
            number = row[a_number].translate(WIDE).upper() if not row[a_number].isascii() else row[a_number].upper()
            if not document:
                found.append("identity.document-type")
            elif number:
                if document.get("retired") or not document["regex"].fullmatch(number):
                    found.append("identity.format-other" if document.get("guess") else "identity.format")
                if len(number) == 18 and number[:17].isdigit() and (number[17].isdigit() or number[17] == "X"):
                    if document.get("checksum") and "10X98765432"[sum([w * int(d) for w, d in zip(WEIGHTS, number)]) % 11] != number[17]:
                        found.append("identity.checksum")
                    if document.get("derives_birth_and_sex"):
                        born = births[number[6:14]]
                        if not born or born > today:
                            found.append("identity.birth-date")
                        else:
                            years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
                            if not age["minAge"] <= years <= age["maxAge"]:
                                found.append("identity.age")
                        stated = sexes[row[a_sex]]
                        if stated and stated != ("1" if int(number[16]) % 2 else "2"):
                            found.append("identity.sex")
                    region = number[:6]
                    if document.get("checks_region") and region not in season.regions and not (
                            region[4:] in suffixes and region[:4] + "00" in season.regions):
                        found.append("identity.region")
            if number:
                person = (document["code"] if document else row[a_document], number)
                if person in numbers:
                    double.append((row_number, person))
                else:
                    numbers[person] = row_number
            else:
                person = None
            application = row[a_no].replace("-", "").replace(" ", "").upper()
            if application:
                if application in applications:
                    taken.append((row_number, application, person))
                else:
                    applications[application] = (row_number, person)
            phone = row[a_phone].translate(WIDE)
            if phone:
                if len(phone) != 11 or not phone.isdigit() or phone[0] != "1":
                    found.append("contact.phone-form")
                if phone.isdigit():
                    carrier = kinds[phone[:longest]]
                    if carrier in virtual:
                        found.append("contact.phone-virtual")
                    elif not carrier or carrier in doubtful:
                        found.append("contact.phone-carrier")
                if phone in phones:
                    shared.append((row_number, phone, number))
                else:
                    phones[phone] = (row_number, number)
            postal, address = row[a_postal].translate(WIDE), row[a_address]
            if postal:
                if len(postal) != 6 or not postal.isdigit():
                    found.append("contact.postal-form")
                if postal.isdigit() and address and not place_of((postal[:3], address)):
                    found.append("contact.postal-region")
            if address and len(address) < shortest:
                found.append("contact.address-length")
            name = row[a_name]
            if name and not NAME.fullmatch(name):
                found.append("person.name-characters")
            if any(["\ue234" <= c <= "\ue71d" for c in name]):
                found.append("person.name-menksoft")
            if len(name) > name_limit:
                found.append("person.name-length")
            for i, rule, is_known in coded:
                if not is_known[row[i]]:
                    found.append(rule)
            if kind:
                slots = tuple([entry.partition("=")[0].strip() for entry in row[a_materials].split(";") if entry.strip()])
                found += uploads[title(kind["id"]), slots]
            if not row[a_portrait]:
                found.append("portrait.present")
            if not row[a_notice]:
                found.append("process.notice-accepted")
            if not row[a_collected]:
                found.append("process.identity-collected")
            notice, collected, confirmed, submitted = (moments[row[a_notice]], moments[row[a_collected]],
                                                       moments[row[a_confirmed]], moments[row[a_submitted]])
            if submitted and (not row[a_confirmed] or confirmed and confirmed > submitted):
                found.append("process.confirmed")
            if kind:
                later = None
                for step, i in (("review", a_submitted), ("identity", a_collected), ("notice", a_notice)):
                    if step in kind["steps"]:
                        if later and (not row[i] or moments[row[i]] and moments[row[i]] > later):
                            found.append("process.order")
                            break
                        later = moments[row[i]] or later
                paid = paid_states[row[a_state]]
                steps = kind["steps"]
                if "payment" in steps and "review" in steps:
                    first = steps.index("payment") < steps.index("review")
                    if first and not paid and row[a_submitted] or not first and paid and not row[a_submitted]:
                        found.append("process.payment")
            if paid_states[row[a_state]] and row[a_paid] != season.fee:
                found.append("process.fee")
            for when in (notice, confirmed, submitted):
                if when and not registration[when]:
                    found.append("process.registration-window")
            if collected and not collection[collected]:
                found.append("process.collection-window")
            for rule in found:
                write(json.dumps({"row": row_number, "application_no": row[a_no], "rule": rule, "name": name}, ensure_ascii=False) + "\n")
    once = set()
    for row_number, person in double:
        once |= {(row_number, "identity.person-once"), (numbers[person], "identity.person-once")}
    for row_number, phone, number in shared:
        first, owner = phones[phone]
        if owner != number:
            once |= {(row_number, "contact.phone-once"), (first, "contact.phone-once")}
    for row_number, application, person in taken:
        first, owner = applications[application]
        if not person or owner != person:
            once |= {(row_number, "identity.application-once"), (first, "identity.application-once")}
    for row_number, rule in sorted(once):
        write(json.dumps({"row": row_number, "rule": rule}) + "\n")
    return seen


def main():
    pack, source, target = sys.argv[1:4]
    as_of = datetime.fromisoformat(sys.argv[4])
    with open(target, "w", encoding="utf-8") as report:
        check_all(Season(Path(pack), as_of), source, report)


main()
