"""Writes the demo's patients and the test bundles out of Synthea's bundles; README.md says how to call it."""

import gzip
import hashlib
import io
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEMO = ROOT / "app/src/main/resources/demo"
BUNDLES = ROOT / "app/src/test/resources/fhir/bundles"

PATIENTS = 300
DECEASED = 8
ENCOUNTERS_FROM = "2021-11-01"
FIRST_PHONE = 102  # 0100 and 0101 are the facility's own
SYNTHEA = "https://github.com/synthetichealth/synthea"
REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation"
KEPT_EXTENSIONS = ("us-core-race", "us-core-ethnicity", "us-core-birthsex")
LANGUAGES = {"English (United States)": "English", "German (Germany)": "German", "Modern Greek (1453-)": "Greek"}

# ZIP codes of Omaha and its neighbours; the first stand more often because more people live there.
PLACES = [
    ("Omaha", "NE", zip_code)
    for zip_code in (
        "68104 68104 68104 68134 68134 68144 68144 68164 68164 68116 68137 68107 68107 68105 68106 68108 68110 68111 "
        "68112 68114 68117 68118 68122 68124 68127 68130 68131 68132 68135 68136 68138 68152 68154 68102"
    ).split()
] + [
    ("Bellevue", "NE", "68005"),
    ("Bellevue", "NE", "68123"),
    ("Papillion", "NE", "68046"),
    ("La Vista", "NE", "68128"),
    ("Elkhorn", "NE", "68022"),
    ("Gretna", "NE", "68028"),
    ("Council Bluffs", "IA", "51501"),
    ("Council Bluffs", "IA", "51503"),
]

# Small bundles that differ: a newborn, accents, an apostrophe, a maiden name, one who has died, a hospital stay.
WHOLE_BUNDLES = [
    "full-ma/Steven797_Crist667",
    "full-ma/Olympia319_Fay398",
    "one-year-tx/Bernardo699_Ozuna605",
    "one-year-tx/Willie882_Grant908",
    "one-year-tx/Blaine377_Huels583",
    "one-year-tx/Raúl937_Regalado83",
    "one-year-tx/Timoteo39_Urías338",
    "one-year-tx/Olivia294_Peralta301",
    "one-year-tx/Benjamín452_Cedillo160",
    "one-year-tx/Wai719_Marks830",
    "one-year-tx/Anibal473_Kreiger457",
    "one-year-tx/Odell776_Yundt842",
]


def number(key, what, below):
    """A number that depends on nothing but its arguments, so that a change elsewhere moves nobody."""
    return int.from_bytes(hashlib.sha256(f"{key}/{what}".encode()).digest()[:6], "big") % below


def bundle_files(source):
    for run in ("one-year-tx", "full-ma"):
        for path in sorted((source / run).glob("*.json.gz")):
            if "Information" not in path.name:
                yield run, path


def people(source):
    for run, path in bundle_files(source):
        resources = [entry["resource"] for entry in json.loads(gzip.decompress(path.read_bytes()))["entry"]]
        patient = next(r for r in resources if r["resourceType"] == "Patient")
        encounters = [r for r in resources if r["resourceType"] == "Encounter"]
        yield run, patient, encounters


def chosen(everyone):
    """All living of the Texas run, filled up with living of Massachusetts, and a few who have died."""
    by_id = lambda person: person[1]["id"]
    living = [p for p in everyone if "deceasedDateTime" not in p[1]]
    deceased = sorted((p for p in everyone if "deceasedDateTime" in p[1]), key=by_id)[:DECEASED]
    texas = sorted((p for p in living if p[0] == "one-year-tx"), key=by_id)
    others = sorted((p for p in living if p[0] == "full-ma"), key=by_id)
    return texas + others[: PATIENTS - DECEASED - len(texas)], deceased


def without_digits(text):
    return re.sub(r"\d", "", text)


def plain_name(name):
    kept = {"use": name["use"], "family": without_digits(name["family"]), "given": [without_digits(g) for g in name["given"]]}
    for part in ("prefix", "suffix"):
        if part in name:
            kept[part] = name[part]
    return kept


def represented(name, code):
    return {"extension": [{"url": REPRESENTATION, "valueCode": code}], **name}


def named(entry):
    """The recorded name first; the own script beside it, marked as HL7's name representation says."""
    official = {"use": "official", "family": entry["family"], "given": entry["given"]}
    names = [official]
    if "own" in entry:
        script = {"use": "official", **entry["own"]}
        names = [represented(official, "ABC"), represented(script, "IDE")]
    if "goesBy" in entry:
        names.append({"use": "usual", "given": [entry["goesBy"]]})
    return names


def spoken(code, word):
    language = {"coding": [{"system": "urn:ietf:bcp:47", "code": code, "display": word}], "text": word}
    return [{"language": language, "preferred": True}]


def phone(key, what):
    return f"402-555-0{FIRST_PHONE + number(key, what, 98)}"


def telecom(key):
    """Most have a mobile telephone, some one at home too, a few none."""
    kind = number(key, "telecom", 100)
    if kind < 3:
        return []
    numbers = [{"system": "phone", "value": phone(key, "mobile"), "use": "mobile" if kind < 75 else "home"}]
    if kind >= 90:
        numbers.append({"system": "phone", "value": phone(key, "second"), "use": "mobile"})
    return numbers


def address(key, old):
    city, state, zip_code = PLACES[number(key, "place", len(PLACES))]
    return {"use": "home", "line": old["line"], "city": city, "state": state, "postalCode": zip_code, "country": "US"}


def demo_patient(patient, entry):
    key = patient["id"]
    kept = ("us-core-birthsex",) if entry else KEPT_EXTENSIONS
    language = patient["communication"][0]["language"]["coding"][0]
    word = LANGUAGES.get(language["display"], language["display"])
    cut = {
        "resourceType": "Patient",
        "id": key,
        "extension": [e for e in patient["extension"] if e["url"].rsplit("/", 1)[-1] in kept],
        "identifier": [{"system": SYNTHEA, "value": key}],
        "name": named(entry) if entry else [plain_name(n) for n in patient["name"]],
        "telecom": telecom(key),
        "gender": patient["gender"],
        "birthDate": entry["born"] if entry and entry.get("keepBorn") else patient["birthDate"],
        "deceasedDateTime": patient.get("deceasedDateTime"),
        "address": [address(key, patient["address"][0])] if number(key, "address", 100) >= 3 else [],
        "maritalStatus": patient["maritalStatus"],
        "communication": spoken(*entry["language"]) if entry else spoken(language["code"], word),
    }
    return {field: value for field, value in cut.items() if value}


def demo_encounter(encounter, patient_id):
    return {
        "resourceType": "Encounter",
        "id": encounter["id"],
        "status": encounter["status"],
        "class": encounter["class"],
        "type": encounter["type"],
        "subject": {"reference": f"Patient/{patient_id}"},
        "period": encounter["period"],
    }


def told(encounter):
    """What a facility would show as a past visit: no death certificates, nothing older than five years."""
    display = encounter["type"][0]["coding"][0]["display"]
    return encounter["period"]["start"] >= ENCOUNTERS_FROM and display != "Death Certification"


def renamed(living):
    """Which patient takes which name: same gender, nearest in age, nobody twice."""
    taken = {}
    for entry in json.loads((HERE / "names.json").read_text(encoding="utf-8")):
        year = int(entry["born"][:4])
        free = [p for _, p, _ in living if p["gender"] == entry["gender"] and p["id"] not in taken]
        nearest = min(free, key=lambda p: (abs(int(p["birthDate"][:4]) - year), p["id"]))
        taken[nearest["id"]] = entry
    return taken


def lines(source):
    living, deceased = chosen(list(people(source)))
    names = renamed(living)
    for _, patient, encounters in sorted(living + deceased, key=lambda person: person[1]["id"]):
        yield demo_patient(patient, names.get(patient["id"]))
        for encounter in sorted(filter(told, encounters), key=lambda e: (e["period"]["start"], e["id"])):
            yield demo_encounter(encounter, patient["id"])


def packed(text):
    """Gzip without a time or a name in its head, so that the same text gives the same bytes."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=9) as stream:
        stream.write(text)
    return out.getvalue()


def write_patients(source):
    resources = list(lines(source))
    text = "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in resources)
    DEMO.mkdir(parents=True, exist_ok=True)
    (DEMO / "patients.ndjson.gz").write_bytes(packed(text.encode("utf-8")))
    count = sum(r["resourceType"] == "Patient" for r in resources)
    print(f"patients.ndjson.gz: {count} patients, {len(resources) - count} encounters")


def write_bundles(source):
    BUNDLES.mkdir(parents=True, exist_ok=True)
    for start in WHOLE_BUNDLES:
        path = next(source.glob(start + "_*.json.gz"))
        (BUNDLES / plain_file(start)).write_bytes(path.read_bytes())
    write_bad(gzip.decompress(next(source.glob(WHOLE_BUNDLES[3] + "_*.json.gz")).read_bytes()))


def plain_file(start):
    """A file name in ASCII: a JVM in the C locale opens no other."""
    letters = unicodedata.normalize("NFD", without_digits(start.split("/")[1])).encode("ascii", "ignore").decode()
    return letters.replace("_", "-").lower() + ".json.gz"


def write_bad(whole):
    """Broken the way files break: cut off, nested without end, not FHIR, a day that no calendar has."""
    bad = BUNDLES / "bad"
    bad.mkdir(exist_ok=True)
    patient = next(e["resource"] for e in json.loads(whole)["entry"] if e["resource"]["resourceType"] == "Patient")
    good = {field: patient[field] for field in ("resourceType", "id", "name", "gender", "birthDate")}
    line = lambda resource: json.dumps(resource, ensure_ascii=False, separators=(",", ":")) + "\n"
    files = {
        "truncated.json": whole[: len(whole) // 20],
        "truncated.json.gz": packed(whole)[:2000],
        "deep.json": b'{"resourceType":"Bundle","type":"collection","entry":' + b"[" * 120 + b"]" * 120 + b"}\n",
        "deep-extension.json": deep_extension(good),
        "not-json.json": b"MSH|^~\\&|REG|JF|LIAISON|JF|20261124||ADT^A04|1|P|2.5.1\r",
        "not-fhir.json": b'{"name":"a list of things","things":[1,2,3]}\n',
        "empty.json": b"",
        "impossible-date.json": line({**good, "id": "impossible-date", "birthDate": "2007-02-29"}).encode("utf-8"),
        "no-name.json": line({"resourceType": "Patient", "id": "no-name", "gender": "female", "birthDate": "1990-01-01"}).encode(),
        "second-line-broken.ndjson": (
            line({**good, "id": "line-one"}) + '{"resourceType":"Patient","id":"line-two","name":[{"family":"Cut\n' + line({**good, "id": "line-three"})
        ).encode("utf-8"),
    }
    for name, content in files.items():
        (bad / name).write_bytes(content)


def deep_extension(good):
    inner = '{"url":"urn:x","valueString":"bottom"}'
    for _ in range(110):
        inner = '{"url":"urn:x","extension":[' + inner + "]}"
    return (json.dumps({**good, "id": "deep"}, ensure_ascii=False)[:-1] + ',"extension":[' + inner + "]}\n").encode("utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "one-year-tx").is_dir():
        sys.exit("Usage: build.py SYNTHEA_FOLDER (the folder that holds one-year-tx and full-ma)")
    write_patients(Path(sys.argv[1]))
    write_bundles(Path(sys.argv[1]))
