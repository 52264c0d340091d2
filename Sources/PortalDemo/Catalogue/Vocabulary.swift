import Foundation

/// A value of a controlled vocabulary with the words that people read.
struct ValueLabel: Codable, Equatable, Sendable {
    let value: String
    let label: String
    var count: Int?
}

/// Turns a catalogue's own words into the addresses that the European vocabularies use, where they have one.
enum Vocabulary {
    static let externallyGoverned = ValueLabel(
        value: "http://data.gdi.eu/core/p2/ExternallyGoverned", label: "Externally governed")

    static func accessRights(_ text: String) -> ValueLabel {
        let base = "http://publications.europa.eu/resource/authority/access-right/"
        let known: [String: (String, String)] = [
            "public": ("PUBLIC", "Public"), "open": ("PUBLIC", "Public"), "public domain": ("PUBLIC", "Public"),
            "restricted": ("RESTRICTED", "Restricted"), "controlled": ("RESTRICTED", "Restricted"),
            "non_public": ("NON_PUBLIC", "Non-public"), "non-public": ("NON_PUBLIC", "Non-public"),
        ]
        let word = text.hasPrefix(base) ? String(text.dropFirst(base.count)) : text
        if let (code, label) = known[word.lowercased()] {
            return ValueLabel(value: base + code, label: label)
        }
        return own(text, kind: "access-rights")
    }

    static func theme(_ text: String) -> ValueLabel {
        let base = "http://publications.europa.eu/resource/authority/data-theme/"
        let known = [
            "health": "HEAL", "environment": "ENVI", "science and technology": "TECH",
            "population and society": "SOCI", "education, culture and sport": "EDUC",
            "agriculture, fisheries, forestry and food": "AGRI",
        ]
        if let code = known[text.lowercased()] {
            return ValueLabel(value: base + code, label: text)
        }
        return own(text, kind: "theme")
    }

    /// - Parameter code: An ISO 639-1 code such as `en`; anything else is passed on as it is.
    static func language(_ code: String) -> ValueLabel {
        let base = "http://publications.europa.eu/resource/authority/language/"
        let known = [
            "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA", "et": "EST",
            "fi": "FIN", "fr": "FRA", "hu": "HUN", "is": "ISL", "it": "ITA", "ja": "JPN", "ko": "KOR", "lt": "LIT",
            "lv": "LAV", "nb": "NOB", "nl": "NLD", "no": "NOR", "pl": "POL", "pt": "POR", "ro": "RON", "sk": "SLK",
            "sl": "SLV", "sv": "SWE", "zh": "ZHO",
        ]
        let label = Locale(identifier: "en").localizedString(forLanguageCode: code) ?? code
        guard let authority = known[code.lowercased()] else { return own(code, kind: "language") }
        return ValueLabel(value: base + authority, label: label)
    }

    /// Words of the catalogue's own: an address where they are one, else a name made of them that stays the same
    /// between runs and short however long the words are.
    static func own(_ text: String, kind: String) -> ValueLabel {
        if text.hasPrefix("http://") || text.hasPrefix("https://"), !text.contains(where: \.isWhitespace) {
            return ValueLabel(value: text, label: text)
        }
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let slug = words.joined(separator: "-").prefix(40)
        let check = String(StableHash.of(text), radix: 16)
        return ValueLabel(value: "urn:x-portal-demo:\(kind):\(slug.isEmpty ? "" : "\(slug)-")\(check)", label: text)
    }
}

/// FNV-1a: the same in every run, which Swift's own hashing is not.
enum StableHash {
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
