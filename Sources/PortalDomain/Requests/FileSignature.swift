import FoundationEssentials

/// What a file's first bytes say of it, held against its name.
///
/// A gateway's page, a sign-in page or an error in words that comes with status 200 must not be kept under the name of
/// somebody's document. Files of one kind that are named as another are common and kept: only text in the place of a
/// format that is none is refused.
public enum FileSignature {
    /// Why these bytes are not taken for a file of that name; nil when they are.
    ///
    /// - Parameter mediaType: `Content-Type` as it was sent.
    public static func refusal(name: String, mediaType: String, bytes: Data) -> AnswerReason? {
        guard !bytes.isEmpty else { return .emptyFile }
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased() ?? ""
        let beginning = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased().drop(while: isBlank)
        let isPage = beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html")
        if isPage, !pages.contains(ending) { return .pageForFile }
        // It says of itself that it is a page, and nobody named it one.
        if mediaType.lowercased().hasPrefix("text/html"), isText(bytes), !pages.contains(ending) {
            return .pageForFile
        }
        guard let signatures = signatures[ending], isText(bytes) else { return nil }
        guard !signatures.contains(where: { bytes.starts(with: $0.utf8) }) else { return nil }
        return .textForFile(ending: ending.uppercased())
    }

    private static let pages: Set<String> = ["html", "htm", "xhtml", "mhtml"]

    /// How files of these kinds begin that could be taken for text. All others of them hold bytes that no text has.
    private static let signatures: [String: [String]] = [
        "pdf": ["%PDF", "%!PS"], "doc": ["{\\rtf"], "docx": [], "xls": [], "xlsx": [], "ppt": [], "pptx": [], "odt": [],
        "ods": [], "odp": [], "png": [], "jpg": [], "jpeg": [], "gif": ["GIF8"], "tif": [], "tiff": [], "zip": [],
        "gz": [], "7z": [],
    ]

    private static func isText(_ bytes: Data) -> Bool {
        let beginning = bytes.prefix(4096)
        guard !beginning.contains(0) else { return false }
        // A scalar may be cut at the end.
        return (0...3).contains { String(validating: beginning.dropLast($0), as: UTF8.self) != nil }
    }

    private static func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\u{FEFF}" }
}

extension FileContents {
    /// The same file, unless something else came in its place.
    ///
    /// - Parameter names: by which the file is known, besides its own.
    public func checked(as names: String..., operation: String) throws(PortalError) -> FileContents {
        for name in [name] + names {
            guard let reason = FileSignature.refusal(name: name, mediaType: type, bytes: bytes) else { continue }
            throw PortalError(.unreadableAnswer, operation: operation, because: .answer(reason))
        }
        return self
    }
}
