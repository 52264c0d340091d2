import PortalModel

/// Remembers the blocks of a form's fields between frames: of hundreds of fields a key changes one or two. Belongs to
/// the thread that draws.
final class FieldBlockCache {
    /// All that a block without the cursor is made of.
    struct Input: Equatable {
        var field: FormField
        var value: FieldValue
        var status: FieldStatus
        var isChanged: Bool
        var committee: String?
        var isAsked: Bool
        var files: [Attachment]
        var uploads: [Upload]
        var offers: [FieldOffer]
        var layout: WizardLayout
        var languages: [String]
    }

    private var blocks: [FieldID: (input: Input, block: FieldBlock)] = [:]
    /// Of a few applications.
    private static let most = 2000

    /// Comparing is cheap, because unchanged parts of the state share their storage.
    func block(_ input: Input, make: () -> FieldBlock) -> FieldBlock {
        let id = input.field.id
        if let known = blocks[id], known.input == input { return known.block }
        let block = make()
        if blocks.count >= Self.most { blocks.removeAll() }
        blocks[id] = (input, block)
        return block
    }
}
