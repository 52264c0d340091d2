import Foundation

/// A file that belongs to an application. Its content is read only when it is asked for.
struct Attachment: Sendable, Equatable {
    let id: Int
    let filename: String
    let mediaType: String
    let owner: String
}

/// A file with its content, on its way in or out.
struct AttachedFile: Sendable, Equatable {
    let filename: String
    let mediaType: String
    let content: Data
}

/// What REMS takes as an attachment, as its defaults say.
enum AttachmentRules {
    /// In bytes.
    static let maximalSize = 10_000_000
    /// Of the whole body, in bytes: a larger one is cut off with an empty 413, as Quarkus does by default.
    static let maximalBody = 10_240 * 1024

    private static let extensions = [
        "pdf", "txt", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "csv", "tsv", "jpg", "jpeg",
        "png", "gif", "webp", "tif", "tiff", "heif", "heic", "svg",
    ]

    static var acceptedTypes: String { extensions.joined(separator: ", ") }

    static func check(_ file: AttachedFile) throws {
        let suffix = file.filename.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() }
        guard file.filename.contains("."), let suffix, extensions.contains(suffix) else {
            throw Refusal.attachmentOfRefusedType(file.filename)
        }
        guard file.content.count <= maximalSize else { throw Refusal.attachmentTooLarge(file.filename) }
    }
}
