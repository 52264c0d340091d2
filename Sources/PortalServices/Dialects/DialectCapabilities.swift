import PortalDomain

extension Capabilities {
    /// Why nothing can be asked for at a portal that is set up without an access service.
    static func withoutAccess(_ discovery: DiscoveryDialect) -> String {
        switch discovery {
        case .ckan: "This is a catalogue: it takes no requests."
        case .gdi, .guide, .rems:
            "It is set up for browsing only: add the address of its access service to the configuration."
        }
    }

    /// What is known of dialects without asking a service.
    ///
    /// - Parameter access: nil where nobody takes requests.
    init(_ discovery: DiscoveryDialect, _ access: AccessDialect?) {
        self.init()
        switch discovery {
        // Both sort by `score desc, metadata_modified desc`, and without words all have one score.
        case .gdi: break
        case .ckan:
            lose([.individualLevel, .alleleFrequencies], because: "A CKAN has no Beacon behind it.")
        case .guide:
            isNewestFirst = false
            lose(
                [.individualLevel, .alleleFrequencies, .export, .matchingAny, .series],
                because: "The services of the developer guide do not have it.")
        case .rems:
            isNewestFirst = false
            lose(
                [.individualLevel, .alleleFrequencies, .export, .series], because: "A REMS catalogue does not have it.")
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
                ], because: "The services of the developer guide do not have it.")
        case nil:
            lose([.requests], because: Self.withoutAccess(discovery))
        }
    }
}
