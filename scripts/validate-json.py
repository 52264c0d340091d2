#!/usr/bin/env python3
"""Checks JSON against a schema with a validator that nobody here wrote.

    validate-json.py SCHEMA < LINES

Every line of standard input is one JSON value. Prints each breach with its line; ends with 1 when there is one.
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
kind.check_schema(schema)
validator = kind(schema, format_checker=jsonschema.FormatChecker())
breaches = 0
for number, line in enumerate(sys.stdin, 1):
    for error in validator.iter_errors(json.loads(line)):
        breaches += 1
        print(f"line {number}: {'/'.join(map(str, error.absolute_path))}: {error.message}", file=sys.stderr)
sys.exit(1 if breaches else 0)
