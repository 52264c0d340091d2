import PortalModel
import Testing

@Suite("Where access is asked for elsewhere")
struct PlaceToAskTests {
    private static func detail(isExternal: Bool = true) -> DatasetDetail {
        DatasetDetail(summary: DatasetSummary(id: DatasetID("d"), title: "D", isExternallyGoverned: isExternal))
    }

    @Test("Whatever is nearest to it: an address, a contact, the publisher, the help desk, and never nothing")
    func nearest() {
        var detail = Self.detail()
        #expect(detail.placeToAsk(helpdesk: nil) == .unknown)
        #expect(detail.placeToAsk(helpdesk: "help@example.org") == .helpdesk("help@example.org"))
        detail.summary.publishers = ["", "Leiden UMC"]
        #expect(detail.placeToAsk(helpdesk: "help@example.org") == .publisher("Leiden UMC"))
        detail.contacts = [ContactPoint(name: ""), ContactPoint(name: "Ada", email: "ada@example.org")]
        #expect(detail.placeToAsk(helpdesk: nil) == .contact("Ada, ada@example.org"))
        detail.distributions = [Distribution(title: "F", accessURL: "https://example.org")]
        #expect(detail.placeToAsk(helpdesk: nil) == .address("https://example.org"))
    }

    @Test("A dataset that is governed here has none")
    func governedHere() { #expect(Self.detail(isExternal: false).placeToAsk(helpdesk: "help@example.org") == nil) }
}
