/// What the cursor stands in, in a line that may not be complete: a name, or the value of a condition.
struct LinePlace: Equatable {
    /// Where the word at the cursor begins, in characters.
    var start: Int
    /// The word up to the cursor, without a quotation mark in front.
    var typed: String
    /// The name in front of the sign as it is written, where it is a value.
    var name: String?
    /// Between brackets, where further values can follow.
    var isInList = false

    /// - Parameter characters: the line up to the cursor.
    init(_ characters: ArraySlice<Character>) {
        var start = characters.startIndex
        var name: String?
        var isInList = false
        var isQuoted = false
        /// The word that a value would end before.
        var word = ""
        var index = characters.startIndex
        while index < characters.endIndex {
            let character = characters[index]
            index += 1
            if character == "\\" {
                if index < characters.endIndex { index += 1 }
                continue
            }
            if character == "\"" { isQuoted.toggle() }
            if isQuoted || character == "\"" { continue }
            switch character {
            case _ where character.isWhitespace:
                if !isInList || word.lowercased() == "or" { start = index }
                if !isInList { name = nil }
                word = ""
                continue
            case "(":
                isInList = name != nil && index - 1 == start
                if !isInList { name = nil }
                start = index
            case ")":
                (isInList, name, start) = (false, nil, index)
            case ":", "=", "<", ">", "!":
                guard name == nil, index - 1 > start else { break }
                guard character != "!" || index < characters.endIndex && characters[index] == "=" else { break }
                name = String(characters[start..<index - 1])
                while index < characters.endIndex, "<>=".contains(characters[index]) { index += 1 }
                start = index
            case "-" where name == nil && index - 1 == start: start = index
            default: break
            }
            word.append(character)
        }
        var typed = characters[min(start, characters.endIndex)...]
        if typed.first == "\"" { typed = typed.dropFirst() }
        self.start = start
        self.typed = String(typed)
        self.name = name
        self.isInList = isInList
    }
}
