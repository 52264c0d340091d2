import Foundation

/// `DuoCode` of rems.yaml: what data may be used for, or what somebody wants them for, with what it is restricted to.
struct DUOCode: Codable, Sendable, Equatable {
    /// Such as `DUO:0000007`.
    let id: String
    var restrictions: [Restriction]?
    var moreInfo: [String: String]?

    struct Restriction: Codable, Sendable, Equatable {
        /// Such as `mondo`, `date` or `institute`.
        let type: String?
        let values: [Value]?
    }

    /// Diseases have an id, all else a value.
    struct Value: Codable, Sendable, Equatable {
        var id: String?
        var value: String?

        var text: String? { id ?? value }

        init(id: String) { self.id = id }

        /// The contract leaves open what it is (`x-oneOf`): anything else says nothing.
        init(from decoder: any Decoder) throws {
            let fields = try? decoder.container(keyedBy: CodingKeys.self)
            id = try? fields?.decodeIfPresent(String.self, forKey: .id)
            value = try? fields?.decodeIfPresent(String.self, forKey: .value)
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, restrictions
        case moreInfo = "more-info"
    }

    /// What it is restricted to, whatever it is.
    var limits: [String] { (restrictions ?? []).flatMap { $0.values ?? [] }.compactMap(\.text) }

    /// What a catalogue says in words, such as `DUO_0000007 disease specific research, MONDO:0006517 …`.
    static func named(in texts: [String]) -> [DUOCode] {
        texts.compactMap { text in
            guard let number = text.firstMatch(of: /DUO[_:](\d{7})/)?.1 else { return nil }
            let diseases = text.matches(of: /MONDO[_:](\d{7})/).map { Value(id: "MONDO:\($0.1)") }
            return DUOCode(
                id: "DUO:\(number)",
                restrictions: diseases.isEmpty ? nil : [Restriction(type: "mondo", values: diseases)])
        }
    }

    /// `check-duo-code` of `rems src/clj/rems/ext/duo.clj`, without the tree of diseases.
    ///
    /// - Parameter wanted: what the application says by this code; nil where it does not have it.
    func validity(of wanted: DUOCode?) -> String {
        guard let wanted else { return "duo/not-found" }
        let (allowed, named) = (Set(limits), Set(wanted.limits))
        switch id {
        case "DUO:0000007": return allowed.isDisjoint(with: named) ? "duo/not-compatible" : "duo/compatible"
        case "DUO:0000024":
            guard let day = named.first, let needed = allowed.first else { return "duo/not-compatible" }
            return day >= needed ? "duo/compatible" : "duo/not-compatible"
        default: return allowed.isEmpty ? "duo/compatible" : "duo/needs-manual-validation"
        }
    }

    /// What DUO calls the codes that the demo's datasets have and that people ask for most (CC BY 4.0).
    private static let terms = [
        "DUO:0000004": ("NRES", "no restriction"), "DUO:0000006": ("HMB", "health or medical or biomedical research"),
        "DUO:0000007": ("DS", "disease specific research"),
        "DUO:0000011": ("POA", "population origins or ancestry research only"),
        "DUO:0000015": ("NMDS", "no general methods research"),
        "DUO:0000018": ("NPUNCU", "not for profit, non commercial use only"),
        "DUO:0000021": ("IRB", "ethics approval required"), "DUO:0000042": ("GRU", "general research use"),
        "DUO:0000045": ("NPU", "not for profit organisation use only"),
        "DUO:0000046": ("NCU", "non-commercial use only"),
    ]

    var shorthand: String? { Self.terms[id]?.0 }
    /// As REMS gives one of a code that it does not have.
    var label: [String: String] { ["en": Self.terms[id]?.1 ?? "unknown code"] }
}
