import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

/// What the catalogues of others were found to hold: fields left empty in many ways, words written for web pages, terms
/// of access in words.
@Suite("Datasets of a CKAN as people fill them in")
struct CKANTrialTests {
    private static let empties = [
        #""""#, #""  ""#, #""\n\t""#, #""\u00a0""#, #""\u200b""#, "null", "[]", "{}", #"[""]"#, "[null]", #"[{}]"#,
        #"["", null, [" "]]"#, #"{"name": "", "email": null}"#, #""\"\"""#, #""[]""#, #""{}""#, #""[\"\"]""#,
        #""null""#, #""None""#, #"{"en": "", "de": " "}"#, #""&nbsp;""#,
    ]

    @Test("However a field was left empty, what stands elsewhere is shown", arguments: empties)
    func empty(value: String) throws {
        // A text that only shows as blank is no way to leave out a date or a term.
        let ofText = value.contains("&nbsp;") ? #""""# : value
        let dataset = try DatasetDetail.ckan(
            """
            {"id": "a-1", "name": "cohort-a", "title": \(value), "notes": \(value), "identifier": \(ofText),
             "issued": \(ofText), "modified": \(ofText), "publisher": \(ofText), "temporal_coverage": \(ofText),
             "license_title": \(ofText), "license_id": "cc-by", "temporal_start": "2010-01-01",
             "temporal_end": "2020-12-31", "metadata_created": "2020-01-01T00:00:00.123456",
             "metadata_modified": "2024-05-06T07:08:09.123456", "tags": \(ofText), "keywords": ["exome"],
             "organization": {"name": "uni", "title": "Example Hospital"}}
            """)
        let summary = dataset.summary
        #expect(["cohort-a", "a-1"].contains(summary.title))
        #expect(summary.identifier == "cohort-a")
        #expect(summary.publishers == ["Example Hospital"])
        #expect(summary.created == ServiceDate(parsing: "2020-01-01T00:00:00.123456")?.date)
        #expect(summary.modified == ServiceDate(parsing: "2024-05-06T07:08:09.123456")?.date)
        #expect(summary.coverageStart != nil && summary.coverageEnd != nil)
        #expect(dataset.sections.flatMap(\.entries).first { $0.label == "Licence" }?.values == ["cc-by"])
        #expect(summary.keywords == ["exome"] || value.contains("null") || value.contains("None"))
    }

    @Test("An empty field hides no extra of its name")
    func extras() throws {
        let dataset = try DatasetDetail.ckan(
            #"""
            {"id": "1", "name": "n", "identifier": "", "issued": null,
             "extras": [{"key": "identifier", "value": "DOI:1"}, {"key": "issued", "value": "2020-05-06"}, null,
                        {"key": "", "value": ""}, {"key": "modified"}]}
            """#)
        #expect(dataset.summary.identifier == "DOI:1")
        #expect(dataset.summary.created != nil)
    }

    @Test("Nothing is listed for people, terms and files that are empty")
    func emptyParts() throws {
        let dataset = try DatasetDetail.ckan(
            #"""
            {"id": "1", "title": "T", "contact": [{}, {"name": "", "email": " "}, {"name": "Ada", "email": ""}],
             "maintainer": " ", "maintainer_email": "", "theme": [null, "", {"name": "", "display_name": ""}],
             "groups": [{"name": "g", "title": "", "display_name": "Genes"}, {}], "resources": [null, {}, {"url": ""},
             {"name": " ", "url": "https://x.example/a.csv", "format": ""}], "tags": [{"name": "a", "display_name": ""}]}
            """#)
        #expect(dataset.contacts == [ContactPoint(name: "Ada")])
        #expect(dataset.summary.themes.map(\.label) == ["Genes"])
        #expect(dataset.distributions.map(\.title) == ["https://x.example/a.csv"])
        #expect(dataset.summary.keywords == ["a"])
    }

    @Test("Character references are read wherever people read words")
    func references() throws {
        let dataset = try DatasetDetail.ckan(
            #"""
            {"id": "1", "title": "Informaci&oacute;n &amp;lt;", "notes": "<p>Two&nbsp;words</p>",
             "tags": [{"name": "k&eacute;", "display_name": "k&eacute;y"}], "groups": [{"title": "Sant&eacute;"}],
             "organization": {"name": "o", "title": "H&ocirc;pital &amp; Co"}, "license_title": "Licence &ouml;",
             "maintainer": "J&uuml;rgen", "maintainer_email": "j@x.example",
             "access_rights": "<p>See  <a href=\"https://x.example/t\">the &eacute;tude</a></p>",
             "resources": [{"name": "Donn&eacute;es", "url": "https://x.example/"}]}
            """#)
        #expect(dataset.summary.title == "Información &lt;")
        #expect(dataset.summary.description == "Two words")
        #expect(dataset.summary.keywords == ["kéy"])
        #expect(dataset.summary.themes.map(\.label) == ["Santé"])
        #expect(dataset.summary.publishers == ["Hôpital & Co"])
        #expect(dataset.summary.termsOfAccess == "See the étude (https://x.example/t)")
        #expect(dataset.contacts.map(\.name) == ["Jürgen"])
        #expect(dataset.distributions.map(\.title) == ["Données"])
        #expect(dataset.sections.flatMap(\.entries).first { $0.label == "Licence" }?.values == ["Licence ö"])
    }

    @Test(
        "Access is understood by address and by word, and otherwise told in the catalogue's own words",
        arguments: [
            (
                #""Only for approved researchers, after review""#, .unknown,
                "Only for approved researchers, after review"
            ),
            (#""http://publications.europa.eu/resource/authority/access-right/PUBLIC""#, .open, nil),
            (#""http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC""#, .nonPublic, nil),
            (#""RESTRICTED""#, .restricted, nil), (#""Open Access""#, .open, nil), (#""non-public""#, .nonPublic, nil),
            (#""http://purl.org/coar/access_right/c_abf2""#, .open, nil),
            (#""http://purl.org/coar/access_right/c_16ec""#, .restricted, nil),
            (#""info:eu-repo/semantics/embargoedAccess""#, .restricted, nil),
            (#""Not open to the public""#, .unknown, "Not open to the public"),
            (#""https://example.org/rights/committee""#, .unknown, "https://example.org/rights/committee"),
            (#"{"en": "Apply by e-mail", "fr": "Par courriel"}"#, .unknown, "Apply by e-mail"),
            (#"{"uri": "https://x.example/y", "label": "By  agreement\nonly"}"#, .unknown, "By agreement only"),
            (#"["Restricted", "Only members"]"#, .restricted, "Restricted, Only members"),
            (#"["PUBLIC", "NON_PUBLIC"]"#, .nonPublic, "PUBLIC, NON_PUBLIC"), (#"["", null]"#, .unknown, nil),
        ] as [(String, AccessLevel, String?)])
    func access(rights: String, level: AccessLevel, terms: String?) throws {
        let summary = try DatasetDetail.ckan(#"{"id": "1", "access_rights": \#(rights)}"#).summary
        #expect(summary.accessLevel == level)
        #expect(summary.termsOfAccess == terms)
    }

    @Test("Values of a filter are read by their labels in one's own language, or else by their names")
    func labels() throws {
        let answer = try JSONValue(
            literal: #"""
                {"search_facets": {"organization": {"title": {"en": "Organisation", "fi": "Organisaatio"}, "items": [
                  {"name": "a", "display_name": {"en": "Hospital", "fi": "Sairaala"}, "count": 9},
                  {"name": "b", "display_name": "{\"en\": \"Lab\", \"fi\": \"Labra\"}", "count": 8},
                  {"name": "c", "display_name": "", "count": 7}, {"name": "d", "count": 6},
                  {"name": "e", "display_name": "H&ocirc;pital", "count": 5}, {"name": "", "display_name": "none"}]}}}
                """#)
        let values = CKANFilters.values(in: answer, of: "organization", languages: ["fi"])
        #expect(values.map(\.term.label) == ["Sairaala", "Labra", "c", "d", "Hôpital"])
        #expect(values.map(\.term.value) == ["a", "b", "c", "d", "e"])
        let filter = CKANFilters.filters(in: answer, asked: ["organization"], languages: ["fi"]).first
        #expect(filter?.label == "Organisaatio")
    }
}
