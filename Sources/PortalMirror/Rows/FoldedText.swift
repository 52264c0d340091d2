import Foundation
import PortalDomain

/// Texts for comparing and ordering, as a person takes them for the same.
enum FoldedText {
    /// Without case, accents and width: what titles are ordered by. Long ones differ early.
    static func orderKey(_ title: String) -> String {
        let beginning = String(title.prefix(120))
        guard beginning.utf8.contains(where: { $0 >= 0x80 }) else { return beginning.lowercased() }
        return beginning.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// A value of a filter as a line may write it.
    static func value(_ text: String) -> String { text.folded }
}
