import PortalModel
import Testing

@testable import PortalServices

@Suite("Datasets of a CKAN")
struct CKANPackageTests {
    @Test("Core fields, extras, tags, groups and resources find their places")
    func core() throws {
        let dataset = try DatasetDetail.ckan(
            #"""
            {"id": "8", "name": "rivers", "title": "Rivers", "notes": "All of them.", "isopen": true,
             "license_title": "CC BY", "metadata_created": "2020-01-02T03:04:05.678", "num_resources": 2,
             "metadata_modified": "2021-01-02T03:04:05", "organization": {"name": "eidc", "title": "EIDC"},
             "maintainer": "Ada", "maintainer_email": "ada@c.example", "author": "", "private": false,
             "tags": [{"name": "water", "display_name": "Water"}], "groups": [{"name": "env", "title": "Environment"}],
             "extras": [{"key": "spatial-text", "value": "Wales"}, {"key": "theme", "value": "[\"http://t/1\"]"},
                        {"key": "temporal_start", "value": "2001-05-01"}, {"key": "identifier", "value": "DOI:1"}],
             "resources": [{"id": "r1", "name": "Table", "format": "CSV", "url": "https://c.example/t.csv",
                            "size": 77, "mimetype": "text/csv", "state": "active", "position": 0},
                           {"id": "r2", "name": null, "url": "https://c.example/p", "format": ""}]}
            """#)
        let summary = dataset.summary
        #expect(summary.id == DatasetID("8"))
        #expect(summary.identifier == "DOI:1")
        #expect(summary.publishers == ["EIDC"])
        #expect(summary.themes.map(\.label) == ["http://t/1", "Environment"])
        #expect(summary.keywords == ["Water"])
        #expect(summary.accessLevel == .open)
        #expect(summary.distributionCount == 2)
        #expect(summary.coverageStart != nil)
        #expect(dataset.contacts == [ContactPoint(name: "Ada", email: "ada@c.example")])
        #expect(dataset.distributions.map(\.title) == ["Table", "https://c.example/p"])
        #expect(dataset.distributions[0].byteSize == 77)
        #expect(dataset.distributions[0].mediaType == "text/csv")
        #expect(dataset.url == "https://c.example/dataset/r")
        let other = try #require(dataset.sections.first { $0.title == "Other" })
        #expect(other.entries.map(\.label) == ["Licence", "Spatial text"])
    }

    @Test("Values of linked data, lists where one text belongs, and days that no calendar has")
    func oddValues() throws {
        let dataset = try DatasetDetail.ckan(
            #"""
            {"id": "8", "title": ["Rivers", "Lakes"], "notes": ["One.", "Two."], "author": ["Ada", "Ben"],
             "author_email": "a@b.example\nBcc: c@d.example", "issued": "2021-02-30",
             "modified": {"@value": "2021-05-06", "@type": "xsd:date"}, "temporal_end": "9999-12-31T23:59:60Z"}
            """#)
        #expect(dataset.summary.title == "Rivers; Lakes")
        #expect(dataset.summary.description == "One.\n\nTwo.")
        #expect(dataset.contacts == [ContactPoint(name: "Ada, Ben", email: "a@b.example")])
        #expect(dataset.summary.modified == ServiceDate(parsing: "2021-05-06")?.date)
        #expect(dataset.summary.created == nil)
        #expect(dataset.summary.coverageEnd == nil)
        for text in ["2021-02-30", "2021-02-29T10:00:00Z", "2021-13-01", "12021-01-01", "9999-12-31T23:59:60Z"] {
            #expect(ServiceDate(parsing: text) == nil, "\(text)")
        }
        for text in ["2020-02-29", "2020-02-29T10:00:00+02:00", "2021", "2021-03", "9999-12-31", "2024-03-01T10:11Z"] {
            #expect(ServiceDate(parsing: text) != nil, "\(text)")
        }
    }

    @Test(
        "Texts in several languages, in each of the ways in which they are kept",
        arguments: [
            #"{"id": "1", "title": {"en": "Rivers", "fr": "Rivières"}}"#,
            #"{"id": "1", "title": "{\"en\": \"Rivers\", \"fr\": \"Rivières\"}"}"#,
            #"{"id": "1", "title": "Rivers", "title_translated": {"en": "Rivers", "fr": "Rivières"}}"#,
            #"{"id": "1", "title": "?", "extras": [{"key": "title_translated", "value": "{\"fr-CH\": \"Rivières\"}"}]}"#,
        ])
    func languages(text: String) throws {
        #expect(
            try DatasetDetail.ckan(text, ["fr_FR.UTF-8", "en"]).summary.title == "Rivières" || text.contains("extras"))
        #expect(try !DatasetDetail.ckan(text, ["fi"]).summary.title.isEmpty)
    }

    @Test("GDI's schema, with terms by name and display name")
    func scheming() throws {
        let dataset = try DatasetDetail.ckan(
            #"""
            {"id": "1", "title": "T", "type": {"name": "dataset_series", "display_name": "Series"},
             "access_rights": {"name": "http://x/access-right/RESTRICTED", "display_name": "Restricted"},
             "conforms_to": [{"name": "http://data.gdi.eu/core/p2/ExternallyGoverned", "display_name": "External"}],
             "publisher": [{"name": "UMCG", "email": "x@u.example"}], "number_of_unique_individuals": "12",
             "contact": [{"name": "Desk", "email": "mailto:d@u.example", "url": ["https://u.example"]}],
             "retention_period": [{"start": "2024-01-01", "end": "2030-01-01"}],
             "legal_basis": [{"name": "u", "display_name": "Consent"}], "in_series": ["s1"],
             "language": [{"name": "u", "display_name": "English"}]}
            """#)
        #expect(dataset.summary.isSeries)
        #expect(dataset.summary.isExternallyGoverned)
        #expect(dataset.summary.accessRights?.label == "Restricted")
        #expect(dataset.summary.individuals == 12)
        #expect(dataset.contacts.first?.email == "d@u.example")
        #expect(dataset.sections.map(\.title).contains("Legal basis"))
        #expect(!dataset.sections.contains { $0.title == "Other" })
    }

    @Test("A private dataset is not open, whatever its licence")
    func hidden() throws {
        #expect(
            try DatasetDetail.ckan(#"{"id": "1", "private": true, "isopen": true}"#).summary.accessLevel == .nonPublic)
        #expect(try DatasetDetail.ckan(#"{"id": "1", "organization": null}"#).summary.accessLevel == .unknown)
    }
}
