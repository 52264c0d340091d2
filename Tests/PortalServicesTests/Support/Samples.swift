/// Answers in the shapes of the contract, made up, with every field at least once.
enum Samples {
    static let search = #"""
        {"count": 412, "beaconError": null,
         "results": [
          {"id": "a1", "identifier": "EGAD1", "title": "Long-read genomes", "description": "Of 1,204 children.",
           "datasetType": "dataset", "publishers": [{"name": "Karolinska Institutet", "email": "x@ki.example"}],
           "themes": [{"value": "http://example.org/theme/HEAL", "label": "Health", "count": 3}],
           "keywords": ["cancer", "long-read"], "catalogue": "GDI", "modifiedAt": "2025-11-03T10:11:12.345Z",
           "createdAt": "2024-01-02T00:00:00Z",
           "accessRights": {"value": "http://publications.europa.eu/resource/authority/access-right/RESTRICTED",
                            "label": "Restricted"},
           "conformsTo": [{"value": "https://ga4gh.org/beacon", "label": "Beacon v2"}],
           "numberOfUniqueIndividuals": 1204,
           "temporalCoverage": [{"start": "2021-02-01T00:00:00Z", "end": "2025-06-30T00:00:00Z"}],
           "temporalCoverageStart": "2021-02-01T00:00:00Z", "temporalCoverageEnd": "2025-06-30T00:00:00Z",
           "recordsCount": 77, "distributionsCount": 3, "inSeriesCount": 1, "isSeries": false},
          {"id": "b2", "title": "Familial exomes", "description": "", "isSeries": true,
           "accessRights": {"value": "PUBLIC", "label": "Public"},
           "conformsTo": [{"value": "http://data.gdi.eu/core/p2/ExternallyGoverned", "label": "External"}]}
         ],
         "facets": [
          {"source": "ckan", "group": "DEFAULT", "type": "DROPDOWN", "key": "theme", "label": "Theme",
           "helpText": {"text": "The field of research.", "link": {"label": ["More"], "value": ["https://e.org"]}},
           "values": [{"value": "HEAL", "label": "Health", "count": 12}], "operators": ["="]},
          {"source": "ckan", "type": "NUMBER", "key": "individuals", "label": "Individuals",
           "range": {"min": "1", "max": "5000"}},
          {"source": "beacon", "type": "ENTRIES", "key": "variant", "label": "Variant",
           "entries": [{"key": "referenceName", "label": "Chromosome"}]}
         ]}
        """#

    static let dataset = #"""
        {"id": "a1", "identifier": "EGAD1", "title": "Long-read genomes", "isSeries": false, "description": "Text.",
         "helpText": {"legalBasis": {"text": "Why it may be processed.", "link": {"label": [], "value": []}},
                      "title": "What it is called.", "number_of_records": {"text": "Rows in all."}},
         "version": "1.2", "versionNotes": "Second release", "ownerOrg": "ki",
         "themes": [{"value": "HEAL", "label": "Health"}],
         "contacts": [{"name": "Data office", "email": "mailto:office@ki.example", "url": ["https://ki.example"],
                       "identifier": "https://orcid.org/0"}],
         "datasetRelationships": [{"relation": "is part of", "target": "EGAD0"}],
         "dataDictionary": [{"name": "age", "type": "integer", "description": "In years"}],
         "catalogue": "GDI", "createdAt": "2024-01-02T00:00:00Z", "modifiedAt": "2025-11-03T10:11:12Z",
         "url": "https://ki.example/d/1", "languages": [{"value": "EN", "label": "English"}],
         "creators": [{"name": "A. Author", "email": "a@ki.example", "url": "https://ki.example/a",
                       "homepage": "https://a.example", "type": {"value": "P", "label": "Person"},
                       "identifier": "i1", "actedOnBehalfOf": [{"name": "KI"}],
                       "spatial": [{"value": "SE", "label": "Sweden"}]}],
         "publishers": [{"name": "Karolinska Institutet"}], "hasVersions": [{"value": "v1", "label": "First"}],
         "accessRights": {"value": "x/NON_PUBLIC", "label": "Non-public"},
         "conformsTo": [{"value": "https://ga4gh.org/beacon", "label": "Beacon v2"}], "keywords": ["cancer"],
         "provenance": "Sequenced here.", "spatial": {"value": "SE", "label": "Sweden"},
         "distributions": [
          {"id": "r1", "title": "Alignments", "description": "CRAM files", "accessUrl": "https://ki.example/files",
           "downloadUrl": "https://ki.example/files/1", "byteSize": 4100000000000, "checksum": "abc",
           "checksumAlgorithm": {"value": "sha", "label": "SHA-256"},
           "applicableLegislation": [{"value": "l", "label": "GDPR"}],
           "compressionFormat": {"value": "gz", "label": "gzip"}, "documentation": ["https://ki.example/doc"],
           "format": {"value": "CRAM", "label": "CRAM"}, "languages": [{"value": "EN", "label": "English"}],
           "license": {"value": "l", "label": "CC BY 4.0"}, "conformsTo": [{"value": "c", "label": "CRAM 3.1"}],
           "mediaType": {"value": "application/cram", "label": "application/cram"},
           "modifiedAt": "2025-11-03T10:11:12Z", "packagingFormat": {"value": "tar", "label": "tar"},
           "createdAt": "2025-11-03", "retentionPeriod": [{"start": "2025-01-01", "end": "2045-01-01"}],
           "rights": "By contract", "status": {"value": "c", "label": "Completed"}, "temporalResolution": "P1D",
           "availability": "stable", "spatialResolutionInMeters": 10.5,
           "accessService": [{"id": "s1", "title": "Beacon", "description": null,
                              "endpoint_url": ["https://beacon.example"]}]}],
         "dcatType": {"value": "g", "label": "Genomic"}, "publisherCoverage": ["Sweden"], "trustedDataHolder": true,
         "hdab": [{"name": "HDAB Sweden", "email": "h@e.org"}],
         "spatialCoverage": [{"uri": {"value": "SE", "label": "Sweden"}, "text": "Sweden", "geom": "POINT(1 2)",
                              "bbox": "b", "centroid": "c"}],
         "spatialResolutionInMeters": 100, "temporalCoverage": [{"start": "2021-02-01", "end": "2025-06-30"}],
         "temporalResolution": "P1M", "populationCoverage": "Children", "retentionPeriod": [{"end": "2045-12-31"}],
         "purpose": [{"value": "p", "label": "Research"}], "legalBasis": [{"value": "l", "label": "Consent"}],
         "applicableLegislation": [{"value": "l", "label": "EHDS"}],
         "healthTheme": [{"value": "t", "label": "Oncology"}], "healthCategory": [{"value": "c", "label": "Genetic"}],
         "maxTypicalAge": 17, "minTypicalAge": 1, "numberOfRecords": 1234567, "numberOfUniqueIndividuals": 1204,
         "analytics": [{"id": "an", "title": "Summary", "description": "", "byteSize": "12 GB"}],
         "samples": [{"id": "sa", "title": "Ten rows", "description": ""}],
         "codeValues": [{"value": "c", "label": "C71"}], "codingSystem": [{"value": "i", "label": "ICD-10"}],
         "alternateIdentifier": ["alt-1"], "qualifiedRelation": [{"relation": "https://r.example",
                                                                  "role": {"value": "r", "label": "derived from"}}],
         "personalData": [{"value": "p", "label": "Age"}], "homepage": "https://home.example",
         "uri": "https://uri.example", "documentation": ["https://doc.example"],
         "frequency": {"value": "A", "label": "Annual"},
         "inSeries": [{"id": "se", "identifier": "SE", "title": "Paediatric series", "modified": "2025-01-01T12:30:00Z"}],
         "isReferencedBy": ["https://doi.example/1"],
         "provenanceActivity": [{"dct_type": "sequencing", "label": "Run 1", "seeAlso": "https://run.example",
                                 "startedAtTime": "2024-05-06T07:08:09Z", "wasAssociatedWith": [{"name": "Core"}]}],
         "qualityAnnotation": [{"body": {"value": "b", "label": "Checked"},
                                "motivatedBy": {"value": "m", "label": "assessing"}, "target": "a1"}],
         "qualifiedAttribution": [{"role": {"value": "f", "label": "Funder"}, "agent": [{"name": "VR"}]}],
         "synthetic_level": 3}
        """#

    static let applications = #"""
        [{"id": 17, "title": "2026/17", "description": "Glioma", "currentState": "application.state/returned",
          "stateChangedAt": "2026-11-20T10:00:00Z", "createdAt": "2026-11-01T10:00:00Z",
          "datasets": [{"id": 5, "externalId": "EGAD1", "title": [{"language": "en", "name": "Long-read genomes"}],
                        "url": null}]},
         {"id": 18, "currentState": "application.state/embargoed", "datasets": null}]
        """#

    static let application = #"""
        {"id": 17, "externalId": "2026/17", "generatedExternalId": "2026/17", "description": "",
         "workflow": {"id": 1, "type": "workflow/default"}, "state": "application.state/returned",
         "applicant": {"userId": "u1", "name": "Ada Lovelace", "email": "ada@example.org"},
         "members": [{"memberId": "u2", "name": "Grace Hopper", "email": "grace@example.org"}],
         "invitedMembers": [{"name": "Alan Turing", "email": "alan@example.org"}],
         "datasets": [{"id": 5, "externalId": "EGAD1", "title": [{"language": "en", "name": "Long-read genomes"}]}],
         "permissions": ["application.command/submit", "application.command/save-draft"], "roles": ["applicant"],
         "lastActivity": "2026-11-20T10:00:00Z", "createdAt": "2026-11-01T10:00:00Z",
         "modifiedAt": "2026-11-20T10:00:00Z", "attachments": [{"id": 9, "filename": "a.pdf", "type": "application/pdf"}],
         "events": [{"actorId": "u1", "eventTime": "2026-11-01T10:00:00Z", "eventType": "application.event/created"},
                    {"actorId": "dac", "eventTime": "2026-11-20T10:00:00Z",
                     "eventType": "application.event/returned"}],
         "licenses": [
          {"id": 1, "type": "text", "title": [{"language": "en", "name": "Terms"}], "enabled": true,
           "archived": false, "text": [{"language": "en", "name": "Be good."}], "acceptedByCurrentUser": true},
          {"id": 2, "type": "link", "title": [{"language": "en", "name": "Policy"}],
           "link": [{"language": "en", "name": "https://policy.example"}], "acceptedByCurrentUser": false},
          {"id": 3, "type": "attachment", "title": [{"language": "en", "name": "Contract"}],
           "attachmentFilename": [{"language": "en", "name": "contract.pdf"}],
           "attachmentId": [{"language": "en", "name": "4"}]}],
         "forms": [
          {"id": 3, "internalName": "project", "externalTitle": [{"language": "en", "name": "Project"},
                                                                 {"language": "fi", "name": "Hanke"}],
           "fields": [
            {"id": "fld1", "type": "text", "value": " Glioma ", "optional": false, "private": false, "visible": true,
             "title": [{"language": "en", "name": "Title"}], "infoText": [{"language": "en", "name": "Short."}],
             "placeholder": [{"language": "en", "name": "e.g. glioma"}], "maxLength": 120, "privacy": "public",
             "options": [], "tableColumns": [], "tableValues": []},
            {"id": "fld2", "type": "option", "value": "yes", "optional": true, "visible": false,
             "privacy": "private", "title": [{"language": "en", "name": "Leaves?"}],
             "options": [{"key": "yes", "label": [{"language": "en", "name": "Yes"}]},
                         {"key": "no", "label": [{"language": "en", "name": "No"}]}]},
            {"id": "fld3", "type": "table", "title": [{"language": "en", "name": "People"}],
             "tableColumns": [{"key": "name", "label": [{"language": "en", "name": "Name"}]}],
             "tableValues": [[{"column": "name", "value": "Ada"}], [{"column": "name", "value": "Grace"}]]},
            {"id": "fld4", "type": "hologram", "title": [{"language": "en", "name": "New"}], "value": "kept"},
            {"id": "fld5", "type": "header", "title": [{"language": "en", "name": "Part two"}]}]}]}
        """#

    static let entitlements = #"""
        {"entitlements": [{"datasetId": "EGAD1", "start": "2026-11-20T10:00:00Z", "end": null},
                          {"datasetId": "EGAD2", "start": "2026-11-20T10:00:00Z", "end": "2027-11-20T10:00:00Z"}]}
        """#
}
