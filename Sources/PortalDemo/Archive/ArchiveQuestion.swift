import Foundation
import HTTPTypes
import Hummingbird

/// What a call to the archive asks for, out of its path and its headers.
struct ArchiveQuestion: Sendable {
    let request: Request
    /// Behind the archive's own address, each decoded: ids hold slashes, which are encoded.
    let parts: [String]

    /// - Parameter place: the archive's address on the portal.
    init(_ request: Request, at place: String) throws {
        self.request = request
        parts = try request.uri.path.dropFirst(place.count)
            .split(separator: "/", omittingEmptySubsequences: true).map { part in
                guard let text = String(part).removingPercentEncoding else {
                    throw ArchiveProblem(.badRequest, "the path is not encoded as UTF-8")
                }
                return text
            }
    }

    var isHead: Bool { request.method == .head }

    func value(_ name: String) -> String? {
        request.uri.queryParameters[Substring(name)].map { String($0) }
    }

    // MARK: - Pages

    /// 100 where nothing is said (pagination.go, parsePageSize).
    func pageSize() throws -> Int {
        guard let text = value("pageSize") else { return 100 }
        guard let size = Int(text), (1...1000).contains(size) else {
            throw ArchiveProblem(.badRequest, "pageSize must be between 1 and 1000", code: "INVALID_PAGE_SIZE")
        }
        return size
    }

    /// A page of what there is, by a token that holds for this query alone (pagination.go).
    func page<Element>(of all: [Element]) throws -> (elements: [Element], next: String?) {
        let size = try pageSize()
        let query = (parts + ["\(size)", value("filePath") ?? "", value("pathPrefix") ?? ""])
            .joined(separator: "\u{0}")
        var start = 0
        if let token = value("pageToken"), !token.isEmpty {
            guard let place = PageToken.place(in: token, query: query) else {
                throw ArchiveProblem(
                    .badRequest, "The pageToken is invalid, expired, or does not match the current query parameters.",
                    code: "INVALID_PAGE_TOKEN")
            }
            start = min(place, all.count)
        }
        let end = min(start + size, all.count)
        return (Array(all[start..<end]), end < all.count ? PageToken.text(place: end, query: query) : nil)
    }

    // MARK: - Files

    /// `filePath` or `pathPrefix`, not both (swagger_v2.yml, listDatasetFiles).
    func filter() throws -> @Sendable (ArchivedFile) -> Bool {
        let (path, prefix) = (value("filePath"), value("pathPrefix"))
        if path != nil, prefix != nil {
            throw ArchiveProblem(
                .badRequest, "filePath and pathPrefix are mutually exclusive", code: "FILTER_CONFLICT")
        }
        if let path {
            guard !path.allSatisfy(\.isWhitespace), !path.hasPrefix("/") else {
                throw ArchiveProblem(
                    .badRequest, "filePath must be a non-empty dataset-relative path without leading slash.",
                    code: "INVALID_FILE_PATH")
            }
            return { $0.path == path }
        }
        return { file in prefix.map { file.path.hasPrefix($0) } ?? true }
    }

    /// The reader's public key (publickey.go): base64 of 32 bytes, or of a whole key file.
    func readersKey() throws -> [UInt8] {
        let given = ["X-C4GH-Public-Key", "Htsget-Context-Public-Key"].compactMap { name in
            HTTPField.Name(name).flatMap { request.headers[$0] }
        }.filter { !$0.isEmpty }
        guard given.count < 2 else {
            throw ArchiveProblem(
                .badRequest, "only one of X-C4GH-Public-Key or Htsget-Context-Public-Key may be provided",
                code: "KEY_CONFLICT")
        }
        guard let text = given.first else {
            throw ArchiveProblem(
                .badRequest, "X-C4GH-Public-Key or Htsget-Context-Public-Key header is required", code: "KEY_MISSING")
        }
        var bytes = Data(base64Encoded: text) ?? Data()
        if bytes.count > 32 {
            let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            bytes = lines.first { !$0.hasPrefix("-") }.flatMap { Data(base64Encoded: String($0)) } ?? Data()
        }
        guard bytes.count == 32 else {
            throw ArchiveProblem(.badRequest, "the public key cannot be read", code: "KEY_INVALID")
        }
        return Array(bytes)
    }

    /// Which bytes of a body are wanted; nil for all of it (streaming.go, ParseRangeHeader; ifrange.go).
    func range(of size: Int, tag: String) throws -> Range<Int>? {
        guard let text = request.headers[.range] else { return nil }
        if let condition = HTTPField.Name("If-Range").flatMap({ request.headers[$0] }), condition != tag { return nil }
        let invalid = ArchiveProblem(.badRequest, "invalid range header", code: "RANGE_INVALID")
        guard text.hasPrefix("bytes="), !text.contains(",") else { throw invalid }
        let ends = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { throw invalid }
        func number(_ text: Substring) throws -> Int? {
            guard !text.isEmpty else { return nil }
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { throw invalid }
            return number
        }
        let outside = ArchiveProblem(
            .rangeNotSatisfiable, "range not satisfiable", code: "RANGE_NOT_SATISFIABLE", size: size)
        switch (try number(ends[0]), try number(ends[1])) {
        case (nil, nil): throw invalid
        case (nil, let last?):
            guard last > 0, size > 0 else { throw outside }
            return max(0, size - last)..<size
        case (let first?, let last):
            guard last.map({ $0 >= first }) ?? true else { throw invalid }
            guard first < size else { throw outside }
            return first..<min((last ?? size - 1), size - 1) + 1
        }
    }
}

/// The place that a list is gone on with, signed.
private enum PageToken {
    /// Good for one run of the portal.
    private static let key = (0..<32).map { _ in UInt8.random(in: .min ... .max) }

    static func text(place: Int, query: String) -> String { "ptk_\(place)_\(seal(place, query))" }

    static func place(in token: String, query: String) -> Int? {
        let words = token.split(separator: "_")
        guard words.count == 3, words[0] == "ptk", let place = Int(words[1]), place >= 0,
            token == text(place: place, query: query)
        else { return nil }
        return place
    }

    private static func seal(_ place: Int, _ query: String) -> String {
        DemoSealing.hexadecimal(DemoSealing.hash(Array("\(place) \(query)".utf8), length: 16, key: key))
    }
}
