import FoundationEssentials

/// A JSON text as it came, before anything is expected of it.
///
/// Services send null, nothing, or another type where their contract promises a value. A tree of values with lenient
/// accessors (in `PortalServices`) cannot fail on that, so that one odd field costs no more than itself.
package enum JSONValue: Hashable, Sendable {
    /// It says that there is nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// Another number.
    case number(Double)
    /// Also a whole number beyond 64 bits, with every digit: it may be an id.
    case string(String)
    /// A list, in its order.
    case array([JSONValue])
    /// Fields by their names; of a name that comes twice the last one.
    case object([String: JSONValue])

    /// The value of a field: `null` where the field is missing, and in anything that is no object.
    package subscript(key: String) -> JSONValue {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }
}

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
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
