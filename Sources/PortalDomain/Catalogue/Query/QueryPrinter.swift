extension QueryLine: CustomStringConvertible {
    /// The line as it is written: `parse` of it is this search.
    public var text: String {
        var parts = terms.map { $0.text(isInside: false) }
        if let sort { parts.append("sort:" + QueryText.value(sort.written)) }
        if let beacon { parts.append(beacon ? "beacon:on" : "beacon:off") }
        return parts.joined(separator: " ")
    }

    public var description: String { text }
}

extension QueryTerm {
    /// The term as it is written, at the top of a line.
    public var text: String { text(isInside: false) }

    func text(isInside: Bool) -> String {
        switch kind {
        case .word(let word): QueryText.word(word, isInside: isInside)
        case .phrase(let phrase): QueryText.quoted(phrase)
        case .condition(let condition): condition.text
        case .not(let term): "-" + term.text(isInside: isInside)
        case .either(let terms): "(" + terms.map { $0.text(isInside: true) }.joined(separator: " or ") + ")"
        case .all(let terms): "(" + terms.map { $0.text(isInside: true) }.joined(separator: " ") + ")"
        }
    }
}

extension QueryTerm {
    /// All of the terms, as one.
    static func together(_ terms: [QueryTerm], at place: QueryPlace) -> QueryTerm {
        let flat = terms.flatMap { if case .all(let inner) = $0.kind { inner } else { [$0] } }
        return flat.count == 1 ? flat[0] : QueryTerm(.all(flat), at: place)
    }

    /// That they do not hold all together.
    static func not(_ terms: [QueryTerm], at place: QueryPlace) -> QueryTerm {
        let term = together(terms, at: place)
        if case .not(let inner) = term.kind { return inner }
        return QueryTerm(.not(term), at: place)
    }
}

extension QueryTerm.Kind {
    /// One of the alternatives, each of them terms that all hold.
    static func either(_ alternatives: [[QueryTerm]]) -> QueryTerm.Kind {
        .either(
            alternatives.flatMap { terms in
                let term = QueryTerm.together(terms, at: .unknown)
                return if case .either(let inner) = term.kind { inner } else { [term] }
            })
    }
}

extension QueryCondition {
    /// `theme:(Oncology or "Rare diseases")`.
    public var text: String {
        let sign = name.text + comparison.rawValue
        guard values.count > 1 else { return sign + QueryText.value(values.first ?? "") }
        return sign + "(" + values.map(QueryText.value).joined(separator: " or ") + ")"
    }
}

extension QueryFacetName {
    /// `beacon/sex`, `genetic_mutation.geneId`, `"Number of individuals"`.
    public var text: String {
        if source == nil, entry == nil {
            let needsQuotes = key.unicodeScalars.contains { QueryText.isSign($0) } || key.isEmpty
            let isTaken = ["sort", "beacon"].contains(key.lowercased()) || QueryKeyword.isOperator(key)
            if needsQuotes || isTaken { return QueryText.quoted(key) }
        }
        let parts = [source.map { QueryText.escaped($0, isName: true) + "/" }, QueryText.escaped(key, isName: true)]
        return parts.compactMap(\.self).joined() + (entry.map { "." + QueryText.escaped($0, isName: true) } ?? "")
    }
}

/// How words and values are written so that they are read as they are meant.
package enum QueryText {
    static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "\"():=<>!\\".unicodeScalars.contains(scalar)
    }

    /// A word that nothing else is read in.
    static func word(_ word: String, isInside: Bool) -> String {
        if QueryKeyword.isOperator(word) || isInside && word == "or" { return "\\" + word }
        return escaped(word, isName: false)
    }

    static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(isNewline(scalar) ? " " : scalar)
        }
        return "\"" + String(quoted) + "\""
    }

    /// Quoted where it has to be.
    package static func value(_ value: String) -> String {
        let scalars = value.unicodeScalars
        let isBare =
            !scalars.isEmpty
            && !scalars.contains { $0.properties.isWhitespace || "\"()\\".unicodeScalars.contains($0) }
            && scalars.first.map {
                !":=<>!".unicodeScalars.contains($0) && !QueryScanner.typographicMarks.contains($0)
            } == true && value != "or"
            && !QueryKeyword.isOperator(value)
        return isBare ? value : quoted(value)
    }

    /// With a backslash in front of every sign, and of a minus at the beginning.
    static func escaped(_ text: String, isName: Bool) -> String {
        var escaped = String.UnicodeScalarView()
        for (index, scalar) in text.unicodeScalars.enumerated() {
            let isPart = isName && (scalar == "/" || scalar == ".")
            if isSign(scalar) || isPart || index == 0 && scalar == "-" { escaped.append("\\") }
            escaped.append(isNewline(scalar) ? " " : scalar)
        }
        return String(escaped)
    }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool { Character(scalar).isNewline }
}
