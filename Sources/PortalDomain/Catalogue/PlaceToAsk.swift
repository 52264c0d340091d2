/// Where access to a dataset is asked for that is governed outside of the portal: whatever is nearest to it. There is always
/// one, since a person who is told only that it is elsewhere has nowhere to go.
public enum PlaceToAsk: Hashable, Sendable {
    /// A page, or wherever the data are.
    case address(String)
    /// Who answers for the dataset.
    case contact(String)
    /// Who publishes it, by name: nothing says how they are reached.
    case publisher(String)
    /// The portal's own, for mail or as a page.
    case helpdesk(String)
    /// Nobody is named.
    case unknown
}

extension DatasetDetail {
    /// - Parameter helpdesk: the portal's, where its profile names one.
    /// - Returns: nil for a dataset that is governed here.
    public func placeToAsk(helpdesk: String?) -> PlaceToAsk? {
        guard summary.isExternallyGoverned else { return nil }
        if let accessURL { return .address(accessURL) }
        if let contact = contacts.lazy.map(\.words).first(where: { !$0.isEmpty }) { return .contact(contact) }
        if let publisher = summary.publishers.first(where: { !$0.isEmpty }) { return .publisher(publisher) }
        return helpdesk.map { .helpdesk($0) } ?? .unknown
    }
}
