extension String {
    /// As somebody writes: `\n` for every line end (a space where there is one line only), a space for a tab, and no other
    /// control characters.
    package func cleaned(isMultiline: Bool) -> String {
        var result = ""
        result.reserveCapacity(utf8.count)
        for character in self {
            switch character {
            case _ where character.isNewline: result.append(isMultiline ? "\n" : " ")
            case "\t": result.append(" ")
            case _ where character.unicodeScalars.contains { $0.properties.generalCategory == .control }: continue
            default: result.append(character)
            }
        }
        return result
    }
}
