#!/usr/bin/env python3
"""Reads OpenMetrics text from standard input with Prometheus's own parser, and prints each sample: name, labels, value. What it
does not take ends it with 1."""
import sys

from prometheus_client.openmetrics.parser import text_string_to_metric_families

try:
    for family in text_string_to_metric_families(sys.stdin.read()):
        if not family.documentation:
            sys.exit(f"{family.name} says nothing of itself")
        for sample in family.samples:
            labels = "".join(f" {name}={value}" for name, value in sorted(sample.labels.items()))
            print(f"{sample.name}{labels} {sample.value:g}")
except ValueError as error:
    sys.exit(f"this is no OpenMetrics: {error}")
