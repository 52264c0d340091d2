/// A code of the Data Use Ontology (DUO), in one spelling of the three that are met: `DUO:0000007`, `DUO_0000007` and
/// `http://purl.obolibrary.org/obo/DUO_0000007`.
public struct DataUseCode: Hashable, Sendable, Codable, Comparable {
    /// `DUO:0000007`.
    public let id: String

    init(number: Int) {
        let digits = String(number)
        id = "DUO:" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }

    private init(id: String) { self.id = id }

    /// Nil for what is no code in one of the three spellings.
    public init?(_ text: String) {
        let found = Self.mentioned(in: text)
        guard found.count == 1, let code = found.first else { return nil }
        let spellings = ["", "http://purl.obolibrary.org/obo/", "https://purl.obolibrary.org/obo/"]
        let digits = code.id.dropFirst(4)
        guard spellings.contains(where: { text == $0 + "DUO_\(digits)" || text == $0 + "DUO:\(digits)" }) else {
            return nil
        }
        self = code
    }

    /// As a person names one: in one of the three spellings, or by its shorthand in capital or small letters.
    public init?(naming text: String) {
        let bare = text.trimmingSpaces
        guard let code = DataUseCode(bare) ?? DataUseTerm.byShorthand[bare.uppercased()]?.code else { return nil }
        self = code
    }

    /// Every code that a text names, in its order, each once.
    public static func mentioned(in text: String) -> [DataUseCode] {
        identifiers(duo, digits: 7, in: text).map { DataUseCode(id: $0) }
    }

    /// Diseases of MONDO that a text names, as `MONDO:0005105`.
    static func diseases(in text: String) -> [String] { identifiers(mondo, digits: 7, in: text) }

    private static let duo = Array("DUO".utf8)
    private static let mondo = Array("MONDO".utf8)

    /// `PREFIX:1234567` or `PREFIX_1234567`, without a letter or digit around it.
    ///
    /// All of a dataset's texts are looked through with every page that is laid out, and hardly one names a code: those
    /// cost a comparison a byte and no memory.
    private static func identifiers(_ name: [UInt8], digits: Int, in text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var found: [String] = []
            var index = 0
            while index + name.count + 1 + digits <= bytes.count {
                guard bytes[index] == name[0], let end = end(of: name, digits: digits, at: index, in: bytes) else {
                    index += 1
                    continue
                }
                let number = String(decoding: bytes[(end - digits)..<end], as: UTF8.self)
                let id = String(decoding: name, as: UTF8.self) + ":" + number
                if !found.contains(id) { found.append(id) }
                index = end
            }
            return found
        }
    }

    /// Behind the identifier that begins at a place; nil where none does.
    private static func end(
        of name: [UInt8], digits: Int, at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let end = index + name.count + 1 + digits
        let sign = bytes[index + name.count]
        guard bytes[index..<index + name.count].elementsEqual(name),
            sign == UInt8(ascii: ":") || sign == UInt8(ascii: "_"),
            bytes[(index + name.count + 1)..<end].allSatisfy(isDigit), index == 0 || !isWord(bytes[index - 1]),
            end == bytes.count || !isWord(bytes[end])
        else { return nil }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    public static func < (left: DataUseCode, right: DataUseCode) -> Bool { left.id < right.id }

    /// What DUO says of it; nil for a code that it does not have, which is shown as it is.
    public var term: DataUseTerm? { DataUseTerm.all[self] }
}

/// What a dataset says of its use: a code, and what it is restricted to.
public struct DataUse: Hashable, Sendable, Codable {
    /// Which term.
    public var code: DataUseCode
    /// As the catalogue writes them: diseases as `MONDO:0005105`, a date, an institute. Empty where it names none.
    public var restrictions: [String]

    public init(_ code: DataUseCode, restrictions: [String] = []) {
        self.code = code
        self.restrictions = restrictions
    }

    /// What a text of a catalogue says: codes, and the diseases that stand beside DS.
    static func named(in text: String) -> [DataUse] {
        DataUseCode.mentioned(in: text).map { code in
            DataUse(code, restrictions: code.term?.shorthand == "DS" ? DataUseCode.diseases(in: text) : [])
        }
    }
}

extension DatasetDetail {
    /// What it may be used for, as far as its codes, keywords, rights and licences name codes of DUO. No catalogue
    /// has a field of its own for it.
    public var dataUses: [DataUse] {
        var found: [DataUse] = []
        func look(at text: String?) {
            for use in text.map(DataUse.named(in:)) ?? [] {
                guard let index = found.firstIndex(where: { $0.code == use.code }) else {
                    found.append(use)
                    continue
                }
                found[index].restrictions += use.restrictions.filter { !found[index].restrictions.contains($0) }
            }
        }
        // One after the other, without a list of all of them: it is asked with every page that is laid out.
        for keyword in summary.keywords { look(at: keyword) }
        look(at: summary.accessRights?.value)
        look(at: summary.accessRights?.label)
        for section in sections { for entry in section.entries { for value in entry.values { look(at: value) } } }
        look(at: licence)
        for distribution in distributions {
            look(at: distribution.licence)
            for entry in distribution.entries { for value in entry.values { look(at: value) } }
        }
        return found
    }
}
