import FoundationEssentials
import JSONStream
import PortalDomain

/// A JSON Web Signature in compact form (RFC 7515, 7.1), taken apart and not believed yet.
struct CompactJWS {
    let header: JSONValue
    let claims: JSONValue
    /// What was signed: the first two parts with the dot between them, as they came.
    let signed: Data
    let signature: Data

    /// In bytes. Longer ones are not read (SDA, `sda/cmd/download/download.md`, has the same limit).
    static let longest = 16 * 1024

    init(_ text: String) throws(PassportReason) {
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
            let signature = Base64URLText.decode(parts[2])
        else { throw .malformed }
        self.header = header
        self.claims = claims
        self.signature = signature
        signed = Data(text.utf8.prefix(parts[0].count + 1 + parts[1].count))
    }

    private static func object(_ part: Substring.UTF8View) -> JSONValue? {
        guard let data = Base64URLText.decode(part), let value = try? JSONReader.read(data), case .object = value else {
            return nil
        }
        return value
    }
}

/// base64url as JOSE has it (RFC 7515, 2): without padding, and nothing else in between.
enum Base64URLText {
    static func decode(_ text: some Collection<UInt8>) -> Data? {
        guard text.count % 4 != 1 else { return nil }
        var standard = Data()
        standard.reserveCapacity(text.count + 2)
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                standard.append(byte)
            default: return nil
            }
        }
        while !standard.count.isMultiple(of: 4) { standard.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: standard)
    }
}

/// Claims and keys are read strictly: a number where a text belongs is none.
extension JSONValue {
    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// A `NumericDate` (RFC 7519, 2): seconds since 1970, also with a fraction.
    var moment: Date? {
        switch self {
        case .integer(let seconds): Self.date(Double(seconds))
        case .number(let seconds): Self.date(seconds)
        default: nil
        }
    }

    /// Within the years that a calendar can show.
    private static func date(_ seconds: Double) -> Date? {
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }

    var strings: [String] {
        guard case .array(let values) = self else { return string.map { [$0] } ?? [] }
        return values.compactMap(\.string)
    }
}
