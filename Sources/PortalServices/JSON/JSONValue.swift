import FoundationEssentials

/// A JSON text as it came, before anything is expected of it.
///
/// Services send null, nothing, or another type where their contract promises a value. A tree of values with lenient
/// accessors (`JSONValue+Lenient.swift`) cannot fail on that, so that one odd field costs no more than itself.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The value of a field: `null` where the field is missing, and in anything that is no object.
    subscript(key: String) -> JSONValue {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }

    /// - Throws: when the text is not JSON even after the repairs of `JSONRepair`.
    init(parsing text: Data) throws {
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: text)
        } catch {
            let decoder = JSONDecoder()
            if let key = Self.takesUnreadableForNull { decoder.userInfo[key] = true }
            self = try decoder.decode(JSONValue.self, from: JSONRepair.repaired(text))
        }
    }

    fileprivate static let takesUnreadableForNull = CodingUserInfoKey(rawValue: "portal.takesUnreadableForNull")
}

extension JSONValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .integer(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        case .array(let values): try container.encode(values)
        case .object(let fields): try container.encode(fields)
        }
    }
}

extension JSONValue: Decodable {
    /// Ordered by how often each type occurs in a catalogue, because each miss costs a thrown error.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
            if container.decodeNil() {
                .null
            } else if let text = try? container.decode(String.self) {
                .string(text)
            } else if let fields = try? container.decode([String: JSONValue].self) {
                .object(fields)
            } else if let values = try? container.decode([JSONValue].self) {
                .array(values)
            } else if let integer = try? container.decode(Int64.self) {
                .integer(integer)
            } else if let number = try? container.decode(Double.self) {
                .number(number)
            } else if let flag = try? container.decode(Bool.self) {
                .bool(flag)
            } else {
                try Self.unreadable(container, in: decoder)
            }
    }

    /// A text with broken characters, which the decoder only finds when it is asked for it, or a number beyond every
    /// type (1e999). Unreadable at first, so that the text is mended; what then remains is as good as absent.
    private static func unreadable(
        _ container: any SingleValueDecodingContainer, in decoder: any Decoder
    ) throws -> JSONValue {
        guard let key = takesUnreadableForNull, decoder.userInfo[key] != nil else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unreadable")
        }
        return .null
    }
}
