import PortalModel
import Testing

@Suite("Filters that a sign-in brings")
struct SignedOutFilterTests {
    @Test("Only where nobody is signed in, the portal may have a network, and lists none of its filters")
    func tells() {
        var state = Story.begun().state
        state.profile = ProfileInfo(name: "gdi", title: "GDI", user: nil)
        #expect(state.lacksBeaconFilters)
        state.profile?.user = "ada"
        #expect(!state.lacksBeaconFilters)
        state.profile?.user = nil
        state.profile?.capabilities.lose([.individualLevel], because: .catalogue(.noBeacon))
        #expect(!state.lacksBeaconFilters)
    }
}
