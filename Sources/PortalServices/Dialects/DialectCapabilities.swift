import PortalDomain

extension Capabilities {
    /// Why nothing can be asked for at a portal that is set up without an access service.
    static func withoutAccess(_ discovery: DiscoveryDialect) -> Reason {
        switch discovery {
        case .ckan, .fdp: .catalogue(.takesNoRequests)
        case .gdi, .guide, .rems: .catalogue(.browsingOnly)
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
            lose([.individualLevel, .alleleFrequencies], because: .catalogue(.noBeacon))
        case .guide:
            isNewestFirst = false
            listsOrganizations = true
            lose(
                [.individualLevel, .alleleFrequencies, .export, .matchingAny, .series],
                because: .catalogue(.notOfGuide))
        case .rems:
            isNewestFirst = false
            lose(
                [.individualLevel, .alleleFrequencies, .export, .series], because: .catalogue(.notOfREMS))
        case .fdp:
            isNewestFirst = false
            lose([.individualLevel, .alleleFrequencies, .series], because: .catalogue(.notOfPoint))
        }
        switch access {
        case .rems: break
        // `SaveDraftCommandMapper.from` of the access management service maps field values and nothing else.
        case .gdi: lose([.dataUseCodes], because: .change(.codesDropped))
        case .guide:
            submission = .atOnce
            datasetsPerRequest = 1
            lose(
                [
                    .licences, .uploadAttachment, .downloadAttachment, .inviteMember, .removeMember, .cancelRequest,
                    .copyAsNew, .changeDatasets, .deleteDraft, .entitlements,
                    .dataUseCodes,
                ], because: .catalogue(.notOfGuide))
        case nil:
            lose([.requests], because: Self.withoutAccess(discovery))
        }
    }
}
