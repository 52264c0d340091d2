#!/usr/bin/env python3
"""Reads BibTeX with a reader that nobody here wrote, and strictly.

    read-bibtex.py < FILE

Prints a JSON object an entry, a line each: its key, its type, its fields, and its people.
"""
import json
import sys

import pybtex.errors
from pybtex.database import parse_string

pybtex.errors.set_strict_mode(True)
for key, entry in parse_string(sys.stdin.read(), "bibtex").entries.items():
    people = {role: [str(person) for person in persons] for role, persons in entry.persons.items()}
    print(json.dumps({"key": key, "type": entry.type, "fields": dict(entry.fields), "people": people}))
