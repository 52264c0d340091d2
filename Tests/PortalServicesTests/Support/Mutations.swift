import JSONStream
@testable import PortalServices

/// A repeatable source of randomness (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONValue {
    /// A copy in which one value somewhere inside is taken away, null, of another type, or joined by a stranger.
    func mutated(using random: inout SeededRandom) -> JSONValue {
        switch self {
        case .object(var fields) where !fields.isEmpty:
            guard let key = fields.keys.sorted().randomElement(using: &random), let value = fields[key] else {
                return self
            }
            switch Int.random(in: 0..<8, using: &random) {
            case 0: fields[key] = nil
            case 1: fields[key] = Self.odd(using: &random)
            case 2: fields["unheardOf"] = Self.odd(using: &random)
            default: fields[key] = value.mutated(using: &random)
            }
            return .object(fields)
        case .array(var values) where !values.isEmpty:
            let index = values.indices.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<8, using: &random) {
            case 0: values[index] = Self.odd(using: &random)
            case 1: values.append(values[index])
            default: values[index] = values[index].mutated(using: &random)
            }
            return .array(values)
        default:
            return Self.odd(using: &random)
        }
    }

    private static func odd(using random: inout SeededRandom) -> JSONValue {
        let values: [JSONValue] = [
            .null, .bool(true), .integer(-1), .integer(.max), .number(0.5), .number(1e300), .string(""), .string("   "),
            .string("2024-99-99"), .string("\u{1B}[31mred"), .string(String(repeating: "x", count: 5000)), .array([]),
            .array([.null, .array([.integer(1)])]), .object([:]), .object(["value": .null, "label": .integer(3)]),
            .object(["start": .integer(5), "end": .string("never")]), .object(["": .object(["": .null])]),
        ]
        return values.randomElement(using: &random) ?? .null
    }
}
