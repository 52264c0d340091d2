import FoundationEssentials
import NIOHTTP1
import PortalDomain

/// One file as `multipart/form-data` (RFC 7578), in a part named `file`.
struct MultipartFile {
    let contentType: String
    let body: Data

    /// - Parameter boundary: must not occur in the file; a fresh UUID does not.
    init(_ file: FileContents, boundary: String = UUID().uuidString) {
        contentType = "multipart/form-data; boundary=\(boundary)"
        var body = Data("--\(boundary)\r\n".utf8)
        body += Data("Content-Disposition: form-data; name=\"file\"; filename=\"\(Self.escaped(file.name))\"\r\n".utf8)
        body += Data("Content-Type: \(file.type.filter { !$0.isNewline })\r\n\r\n".utf8)
        body += file.bytes
        body += Data("\r\n--\(boundary)--\r\n".utf8)
        self.body = body
    }

    /// As browsers do it (WHATWG, multipart/form-data encoding algorithm).
    private static func escaped(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": result += "%22"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension FileContents {
    /// A file that a service sends, named by its `Content-Disposition` (RFC 6266) or else by us.
    init(_ answer: ServiceAnswer, fallbackName: String) {
        let disposition = answer.headers.first(name: "Content-Disposition") ?? ""
        self.init(
            name: Self.safe(Self.filename(in: disposition) ?? fallbackName, fallbackName),
            type: answer.headers.first(name: "Content-Type") ?? "application/octet-stream", bytes: answer.body)
    }

    /// Some services number licences' files and applications' files each for themselves: what is shown as terms has to be
    /// the file that was asked for. A file without a name is taken for it.
    func checked(as file: LicenceFile) throws(PortalError) -> FileContents {
        guard name != Self.safe(file.name, file.name) else { return self }
        throw PortalError(
            .unreadableAnswer, operation: "fetching the licence",
            because: .answer(.otherLicenceFile(name: name)))
    }

    private static func filename(in disposition: String) -> String? {
        let extended = disposition.firstMatch(of: #/filename\*=utf-8''([^;\s]+)/#.ignoresCase())?.output.1
        if let name = extended.map(Self.percentDecoded), !name.isEmpty { return name }
        if let quoted = disposition.firstMatch(of: #/filename="((?:[^"\\]|\\.)*)"/#.ignoresCase())?.output.1 {
            return String(quoted).replacing(#/\\(.)/#) { $0.output.1 }
        }
        return disposition.firstMatch(of: #/filename=([^;]+)/#.ignoresCase()).map { $0.output.1.trimmed }
    }

    private static func percentDecoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A name cannot choose a directory, hide the file or hold control characters.
    private static func safe(_ name: String, _ fallback: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
        let plain = last.filter { character in
            // By scalars, since a line end of Windows is one character.
            character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        }
        let shown = plain.trimmed.drop { $0 == "." }
        return shown.isEmpty ? fallback : String(shown.prefix(200))
    }
}
