import PortalModel

extension Capabilities {
    /// What is known of dialects without asking a service.
    ///
    /// - Parameter access: nil where nobody takes requests.
    init(_ discovery: DiscoveryDialect, _ access: AccessDialect?) {
        self.init()
        switch discovery {
        case .gdi: break
        case .ckan:
            lose([.individualLevel, .alleleFrequencies], because: "A CKAN has no Beacon behind it.")
        case .guide:
            lose(
                [.individualLevel, .alleleFrequencies, .export, .matchingAny],
                because: "The services of the developer guide do not have this.")
        case .rems:
            lose([.individualLevel, .alleleFrequencies, .export], because: "A REMS catalogue does not have this.")
        }
        switch access {
        case .gdi, .rems: break
        case .guide:
            submission = .atOnce
            datasetsPerRequest = 1
            lose(
                [
                    .licences, .uploadAttachment, .downloadAttachment, .inviteMember, .removeMember, .cancelRequest,
                    .copyAsNew, .changeDatasets, .deleteDraft, .entitlements,
                ], because: "The services of the developer guide do not have this.")
        case nil:
            lose([.requests], because: "This portal is a catalogue only: it takes no requests.")
        }
    }
}
