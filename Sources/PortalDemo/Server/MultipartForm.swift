import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The one file of a `multipart/form-data` body, https://www.rfc-editor.org/rfc/rfc7578.
///
/// Read here and not by a package: it is all that the two services with attachments take, and a body is small enough
/// to be held in memory.
struct MultipartForm {
    private let body: Data
    private let delimiter: Data

    /// - Returns: nil when there is no part of this name with a file name.
    func file(named name: String) -> AttachedFile? {
        var position = body.startIndex
        while let start = body.range(of: delimiter, in: position..<body.endIndex)?.upperBound,
            let head = body.range(of: Data("\r\n\r\n".utf8), in: start..<body.endIndex),
            let end = body.range(of: Data("\r\n".utf8) + delimiter, in: head.lowerBound + 2..<body.endIndex)
        {
            let fields = Self.fields(body[start..<head.lowerBound])
            if let disposition = fields["content-disposition"],
                Self.parameter("name", of: disposition) == name,
                let filename = Self.parameter("filename", of: disposition)
            {
                let isEmpty = end.lowerBound < head.upperBound
                return AttachedFile(
                    // Only the last part of a path: some clients send where the file was on their disk.
                    filename: String(filename.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "unnamed"),
                    mediaType: fields["content-type"] ?? "application/octet-stream",
                    content: isEmpty ? Data() : Data(body[head.upperBound..<end.lowerBound]))
            }
            position = end.lowerBound + 2
        }
        return nil
    }

    private static func fields(_ head: Data) -> [String: String] {
        var fields: [String: String] = [:]
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return fields
    }

    /// The value of a parameter, such as the boundary or a name; quotes are taken off.
    private static func parameter(_ name: String, of field: String) -> String? {
        var rest = Substring(field)
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop(while: \.isWhitespace)
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = rest[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            let (value, after) = value(rest[rest.index(after: equals)...])
            if key == name { return value }
            rest = after
        }
        return nil
    }

    private static func value(_ text: Substring) -> (String, rest: Substring) {
        guard text.first == "\"" else {
            let end = text.firstIndex(of: ";") ?? text.endIndex
            return (text[..<end].trimmingCharacters(in: .whitespaces), text[end...])
        }
        var value = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(character)
            }
        }
        return (value.replacing("%22", with: "\""), rest)
    }

    /// - Returns: nil when the body is not said to be a form.
    private init?(_ body: Data, contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty
        else { return nil }
        self.body = body
        delimiter = Data("--\(boundary)".utf8)
    }
}

extension MultipartForm {
    /// The uploaded file of a request.
    ///
    /// - Throws: `Problem` 415 for another media type, `Refusal.noAttachment`, and `BodyTooLarge`.
    static func file(in request: Request) async throws -> AttachedFile {
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: AttachmentRules.maximalBody)
        } catch is NIOTooManyBytesError {
            throw BodyTooLarge()
        }
        guard let form = MultipartForm(Data(buffer.readableBytesView), contentType: request.headers[.contentType] ?? "")
        else {
            throw Problem(.unsupportedMediaType, "Unsupported media type", "Send the file as multipart/form-data.")
        }
        guard let file = form.file(named: "file") else { throw Refusal.noAttachment }
        return file
    }
}

/// A body that the server cuts off before the service sees it: the answer is an empty 413.
struct BodyTooLarge: Error {}

extension Response {
    /// A file to be saved under its name.
    static func attachment(_ file: AttachedFile) -> Response {
        // RFC 6266: a plain name for old clients, the real one beside it.
        let plain = file.filename.replacing(/[^A-Za-z0-9._ -]/, with: "_")
        let encoded = file.filename.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? plain
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.content)))
    }
}
