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

    /// Why a file would not be taken, in a sentence; nil when it can be sent.
    public static func refusal(name: String, bytes: Int) -> String? {
        guard isAccepted(name) else {
            return "Files of this type are not taken. Good are: \(extensions.joined(separator: ", "))."
        }
        if bytes > largest {
            return "The file is \(size(bytes)); the portal takes up to \(size(largest)). Make it smaller, or split it."
        }
        return bytes == 0 ? "The file is empty." : nil
    }

    /// Whether the name ends as one of `extensions`, in any case. What is in the file is not looked at.
    public static func isAccepted(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.last.map { extensions.contains($0.lowercased()) } ?? false
    }

    /// In the unit that reads best, of powers of 1000: "3.4 MB".
    public static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: return "\(bytes) B"
        case ..<1_000_000: return tenths(bytes, of: 1000, "kB")
        default: return tenths(bytes, of: 1_000_000, "MB")
        }
    }

    private static func tenths(_ bytes: Int, of unit: Int, _ name: String) -> String {
        let tenths = (bytes + unit / 20) / (unit / 10)
        return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
