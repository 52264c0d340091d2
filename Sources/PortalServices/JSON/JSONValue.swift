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
    /// Also a whole number beyond 64 bits, with every digit: it may be an id.
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The value of a field: `null` where the field is missing, and in anything that is no object.
    subscript(key: String) -> JSONValue {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }

    /// - Throws: `JSONRefusal`, of a text that is not JSON only after the repairs of `JSONRepair`.
    init(parsing text: Data) throws(JSONRefusal) {
        // Half a surrogate pair would come out of the parser as another character.
        if !JSONRepair.holdsSurrogates(text) {
            do throws(JSONRefusal) {
                self = try JSONReader.read(text)
                return
            } catch {
                guard error == .notJSON else { throw error }
            }
        }
        self = try JSONReader.read(JSONRepair.repaired(text))
    }
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
