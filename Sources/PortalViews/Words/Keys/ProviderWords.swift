import PortalModel

/// Where access is asked for that this portal does not decide on.
package enum ProviderWords: Equatable {
    /// In a sentence.
    case place(PlaceToAsk)
    /// Beside a sentence that says already that it is elsewhere. Empty for an address, which stands by itself.
    case instead(PlaceToAsk)
}
