/// What REMS takes as an attachment, by its defaults (`config-defaults.edn`): checked before a file is sent, since a body
/// that is too large is cut off with an answer that says nothing.
public enum AttachmentRules {
    /// In bytes.
    public static let largest = 10_000_000

    /// Of file names, in lower case and without their dot.
    public static let extensions = [
        "pdf", "txt", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "tsv", "jpg", "jpeg",
        "png", "gif", "webp", "tif", "tiff", "heif", "heic", "svg",
    ]

    /// Why a file would not be taken; nil when it can be sent.
    public static func refusal(name: String, bytes: Int) -> FileReason? {
        guard isAccepted(name) else { return .typeNotTaken(good: extensions) }
        if bytes > largest { return .tooLarge(bytes: bytes, most: largest) }
        return bytes == 0 ? .isEmpty : nil
    }

    /// Whether the name ends as one of `extensions`, in any case. What is in the file is not looked at.
    public static func isAccepted(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.last.map { extensions.contains($0.lowercased()) } ?? false
    }
}
