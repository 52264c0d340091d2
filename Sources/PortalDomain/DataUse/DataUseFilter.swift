extension Filter {
    /// By its name: what the data may be used for, with codes of DUO as its values.
    public var isOfDataUse: Bool { Self.dataUseKeys.contains(key.key.lowercased().filter(\.isLetter)) }

    private static let dataUseKeys: Set = ["use", "datause", "duo", "duocode", "duocodes", "datauseconditions"]
}

extension DataUseCode {
    /// The code that a value of such a filter is, in whatever way the catalogue writes it; nil for a disease, or what names
    /// several.
    public init?(of value: LabelledValue) {
        for text in [value.value, value.label] {
            if let code = DataUseCode(naming: text) {
                self = code
                return
            }
            let mentioned = DataUseCode.mentioned(in: text)
            guard mentioned.count == 1 else { continue }
            self = mentioned[0]
            return
        }
        return nil
    }
}
