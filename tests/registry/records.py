"""Records as ClinicalTrials.gov writes them, for tests: one that is whole, to be spoiled a field at a time."""

import gzip
import json


def record(number="NCT01234567", title="A study of something", **modules):
    """A record with a number and a title, and whatever other modules are given."""
    identification = {"nctId": number, "briefTitle": title, **modules.pop("identification", {})}
    return {"protocolSection": {"identificationModule": identification, **modules}}


def whole_record(number="NCT07654321", **changes):
    """A record with everything that we read."""
    modules = {
        "identification": {
            "officialTitle": "A Phase I/II Study of Blinatumomab in Infants",
            "acronym": "BABY-1",
            "orgStudyIdInfo": {"id": "ABC 12"},
            "secondaryIdInfos": [{"id": "2020-000001-11"}],
        },
        "statusModule": {
            "overallStatus": "RECRUITING",
            "lastUpdatePostDateStruct": {"date": "2026-11-01"},
            "startDateStruct": {"date": "2024-05"},
            "completionDateStruct": {"date": "2030-12-31"},
        },
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "A hospital"}},
        "designModule": {"phases": ["PHASE1", "PHASE2"]},
        "descriptionModule": {
            "briefSummary": "It tests whether blinatumomab helps babies.",
            "detailedDescription": "x",
        },
        "conditionsModule": {"conditions": ["Acute Lymphoblastic Leukemia"], "keywords": ["infant"]},
        "armsInterventionsModule": {
            "interventions": [{"type": "DRUG", "name": "Blinatumomab", "otherNames": ["MT103"]}]
        },
        "eligibilityModule": {
            "eligibilityCriteria": "Inclusion Criteria:\n\n* Age \\>= 6 weeks",
            "sex": "FEMALE",
            "minimumAge": "6 Weeks",
            "maximumAge": "18 Months",
        },
        "contactsLocationsModule": {
            "locations": [
                {"facility": "A hospital", "city": "Utrecht", "country": "Netherlands", "status": "RECRUITING"},
                {"country": "Korea, Republic of"},
            ]
        },
        **changes,
    }
    return record(number, title="Blinatumomab for babies", **modules)


def write_lines(path, *records):
    """Write a file of records, a line each; a text stands as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in records)
    path.write_bytes(gzip.compress(text.encode()) if path.name.endswith(".gz") else text.encode())
    return path
