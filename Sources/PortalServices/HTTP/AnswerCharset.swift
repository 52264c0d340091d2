import FoundationEssentials

/// JSON is UTF-8 (RFC 8259, 8.1), but old servers still send the character set of their machine and say so in
/// `Content-Type`. Without this every letter beyond ASCII of theirs would be a replacement character.
enum AnswerCharset {
    /// - Parameter contentType: the header as it came, such as `application/json; charset=ISO-8859-1`.
    /// - Returns: the body in UTF-8. What is no JSON, names no other character set that is known here, or is UTF-8 in spite
    ///   of what it names comes back as it is.
    static func utf8(_ body: Data, contentType: String?) -> Data {
        guard let type = contentType?.lowercased(), type.contains("json"), let name = charset(in: type) else {
            return body
        }
        switch name {
        case "utf-16", "utf-16le", "utf-16be":
            let encoding: String.Encoding =
                name == "utf-16le" ? .utf16LittleEndian : name == "utf-16be" ? .utf16BigEndian : .utf16
            return String(data: body, encoding: encoding).map { Data($0.utf8) } ?? body
        // Whoever names the first means the second, as browsers have it (Encoding Standard, 4.2).
        case "iso-8859-1", "iso8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252":
            guard String(validating: body, as: UTF8.self) == nil else { return body }
            return Data(String(String.UnicodeScalarView(body.map(scalar))).utf8)
        default: return body
        }
    }

    private static func charset(in type: String) -> String? {
        guard let start = type.firstRange(of: "charset=")?.upperBound else { return nil }
        let value = type[start...].prefix { $0 != ";" && $0 != " " && $0 != "," }
        return String(value.filter { $0 != "\"" && $0 != "'" })
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte)
            ? CharacterReference.scalar("#\(byte)") ?? Unicode.Scalar(byte) : Unicode.Scalar(byte)
    }
}
