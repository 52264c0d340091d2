import Testing

@testable import PortalServices

@Suite("Which names are documents of a FAIR Data Point")
struct FDPPlaceTests {
    private func place(_ address: String) throws -> FDPPlace { FDPPlace(base: try BaseAddress(address)) }

    @Test func itsOwnAddressAndNoOther() throws {
        let place = try place("https://point.example/fdp/")
        #expect(place.root == "/fdp")
        #expect(place.path(of: "https://point.example/fdp/dataset/1?page=2#part") == "/fdp/dataset/1?page=2")
        #expect(place.path(of: "https://point.example/other") == "/other")
        #expect(place.path(of: "http://point.example:80/fdp/a%20b") == "/fdp/a%20b", "behind a gateway")
        #expect(place.path(of: "https://point.example") == "/")
        for name in [
            "https://elsewhere.example/fdp/dataset/1", "https://point.example:8443/fdp", "file:///etc/passwd",
            "ftp://point.example/fdp", "urn:uuid:1", "relative", "", "https://point.example/a b",
            "https://point.example/\u{0}", "https://point.example.evil.example/fdp",
            "https://point.example/" + String(repeating: "x", count: 3000),
        ] { #expect(place.path(of: name) == nil, "\(name)") }
    }

    @Test func aNameThatIsGoodForEverStandsForItsAddress() throws {
        let place = try place("http://127.0.0.1:8080/fdp").named("https://w3id.org/hospital/fdp/")
        #expect(place.path(of: "https://w3id.org/hospital/fdp/dataset/1") == "/fdp/dataset/1")
        #expect(place.path(of: "https://w3id.org/hospital/fdp") == "/fdp")
        #expect(place.path(of: "https://w3id.org/hospital/fdpx/dataset/1") == nil)
        #expect(place.path(of: "https://w3id.org/other") == nil)
        #expect(place.path(of: "http://127.0.0.1:8080/fdp/dataset/2") == "/fdp/dataset/2")
        #expect(try self.place("http://127.0.0.1:8080").named("http://127.0.0.1:8080/").name == nil)
    }

    @Test(
        arguments: [
            ("http://publications.europa.eu/resource/authority/data-theme/HEAL", "Health"),
            ("http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC", "NON PUBLIC"),
            ("https://www.iana.org/assignments/media-types/text/csv", "text/csv"),
            ("http://id.loc.gov/vocabulary/iso639-1/en", "en"), ("https://w3id.org/dpv#Consent", "Consent"),
            ("http://www.wikidata.org/entity/Q929833", "http://www.wikidata.org/entity/Q929833"),
            ("https://www.health-ri.nl", "https://www.health-ri.nl"), ("urn:x", "urn:x"), ("", ""),
        ])
    func aTermIsReadByItsEndWhereThatIsAWord(_ name: String, _ label: String) {
        #expect(FDPTerm.label(name) == label)
    }
}
