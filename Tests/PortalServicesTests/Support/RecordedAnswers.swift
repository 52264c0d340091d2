import Foundation
import JSONStream
import NIOHTTP1
import Testing

@testable import PortalServices

/// Answers of real servers, kept beside the project on the machines that build it.
struct RecordedAnswer {
    /// The file or cassette that it comes from, and what was asked.
    var name: String
    var status: Int
    var body: JSONValue

    var data: Data { (try? JSONEncoder().encode(body)) ?? Data() }

    /// As the transport hands it on.
    var answer: ServiceAnswer { ServiceAnswer(status: status, headers: [:], body: data) }
}

enum Recorded {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data/recorded").standardizedFileURL

    static let ukCatalogue = "data.gov.uk-ckan.jsonl"
    static let frictionless = "frictionless-ckan.jsonl.xz"
    static let discovery = "gdi-dds-backend.jsonl"
    static let rems = "gdi-ams-rems.jsonl"

    static let areThere = FileManager.default.fileExists(atPath: folder.path)
    static let absence: Comment = "../shared/data/recorded is not there: answers of real servers are not tried"

    static func answers(_ file: String) throws -> [RecordedAnswer] {
        let path = folder.appending(path: file)
        let text = file.hasSuffix(".xz") ? try unpacked(path) : try Data(contentsOf: path)
        return try text.split(separator: UInt8(ascii: "\n")).map { line in
            let record = try JSONValue(parsing: Data(line))
            let body: JSONValue =
                if case .string(let text) = record["body"] {
                    (try? JSONValue(parsing: Data(text.utf8))) ?? record["body"]
                } else { record["body"] }
            let asked = record["uri"].text ?? record["url"].text ?? ""
            let status = record["status"]["code"].integer ?? record["status"].integer ?? 200
            return RecordedAnswer(
                name: [record["file"].text ?? record["cassette"].text ?? "", asked].joined(separator: " "),
                status: Int(status), body: body)
        }
    }

    private static func unpacked(_ path: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xz", "-dc", path.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return data
    }
}

extension Trait where Self == ConditionTrait {
    static var recordedAnswers: Self { .enabled(if: Recorded.areThere, Recorded.absence) }
}
