#!/usr/bin/env python3
"""A second reader of a FAIR Data Point, by rdflib, which nobody here wrote: goes from the point's document to every
dataset at its own address, and prints each as a line of JSON with its id and its titles, in the order of the ids.

    rdflib-point.py ADDRESS [TYPE]

TYPE is what it asks for: text/turtle (the default) or application/rdf+xml.
Only its titles and names are compared; a dataset without a name goes by its identifier.
"""
import json
import sys
import urllib.error
import urllib.request

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF

LDP = Namespace("http://www.w3.org/ns/ldp#")
FDP = Namespace("https://w3id.org/fdp/fdp-o#")
LINKS = [FDP.metadataCatalog, DCAT.dataset, DCAT.catalog, DCTERMS.hasPart, LDP.contains, DCAT["seriesMember"]]
KINDS = {DCAT.Dataset, DCAT["DatasetSeries"]}

base = sys.argv[1].rstrip("/")
wanted = sys.argv[2] if len(sys.argv) > 2 else "text/turtle"
waiting, seen, datasets = [base], set(), {}


def titles(graph, node):
    return sorted({str(title) for title in graph.objects(node, DCTERMS.title) if isinstance(title, Literal)})


while waiting:
    address = waiting.pop(0).split("#")[0]
    if address in seen or not address.startswith(base):
        continue
    seen.add(address)
    request = urllib.request.Request(address, headers={"Accept": wanted})
    try:
        with urllib.request.urlopen(request) as answer:
            graph = Graph().parse(data=answer.read(), format=wanted, publicID=address)
    except urllib.error.HTTPError:
        continue
    for node in set(graph.subjects(RDF.type, None)):
        if not KINDS.isdisjoint(graph.objects(node, RDF.type)) and titles(graph, node):
            name = str(next(graph.objects(node, DCTERMS.identifier))) if isinstance(node, BNode) else str(node)
            datasets[name] = titles(graph, node)
    for link in LINKS:
        waiting += [str(target) for target in graph.objects(None, link) if isinstance(target, URIRef)]

for name in sorted(datasets):
    print(json.dumps({"id": name, "titles": datasets[name]}))
