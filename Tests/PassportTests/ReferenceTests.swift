import Foundation
import JSONStream
import PortalDomain
import Testing

@testable import Passport

/// Visas that joserfc signs and PyJWT judges: nobody here wrote either.
@Suite("Visas of others", .needsVisaMakers)
struct ReferenceTests {
    @Test("Each is found to be what it was made to be, and one hides no other")
    func everyKind() throws {
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        let made = try JSONReader.read(Data(try VisaMakers.run("1790000000").utf8))
        guard case .array(let visas) = made["visas"] else { throw VisaMakers.Failure() }
        let given = visas.map { VisaBundle.Given(SignedVisa($0["token"].string ?? ""), from: .broker) }
        let bundle = VisaBundle(given, trust: .example)
        #expect(bundle.keyAddresses == [VisaTrust.exampleKeys])
        let set = try #require(KeySet(made["jwks"]))
        let judged = bundle.judged(by: [VisaTrust.exampleKeys: .success(set)], at: now)
        #expect(judged.count == visas.count && visas.count > 45)
        for (visa, made) in zip(judged, visas) {
            let name = made["name"].string ?? ""
            #expect(visa.verdict.code == made["expected"].string, "a visa \(name)")
            // Ours is stricter than a library in all but signatures, and never laxer in those.
            if made["judged"] == .bool(false) { #expect(visa.verdict != .checked, "a visa \(name)") }
            if visa.verdict == .checked { #expect(made["judged"] == .bool(true), "a visa \(name)") }
            if visa.verdict.code == "signature-wrong" { #expect(made["judged"] != .bool(true), "a visa \(name)") }
        }
        let first = try #require(judged.first)
        #expect(first.value == "EGAD00001006673" && first.source == "EGAC00001000908" && first.by == "dac")
        #expect(first.kind == .controlledAccessGrants && first.subject == "elixir-user" && first.keyID == "rsa")
        #expect(first.daysLeft(at: now) == 30)
    }
}

extension VisaVerdict {
    var code: String { reason?.code ?? "checked" }
}

extension VisaTrust {
    static let exampleKeys = "https://rems.example/api/jwk"
    static let example = VisaTrust([Issuer(name: "https://rems.example/", keys: exampleKeys)])
}

/// The makers of visas, in the virtual environment of the contracts' tools.
enum VisaMakers {
    struct Failure: Error {}

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let python = root + "/.build/contracts-venv/bin/python"

    static func areThere() -> Bool {
        guard FileManager.default.isExecutableFile(atPath: python) else { return false }
        return (try? run([python, "-c", "import joserfc, jwt"])) != nil
    }

    static func run(_ now: String) throws -> String {
        try run([python, root + "/Tests/Servers/visas-reference.py", now])
    }

    private static func run(_ words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the tests where those who make and judge visas are at hand.
    static var needsVisaMakers: Self {
        .enabled("joserfc and PyJWT of PyPI are not at hand: make contracts fetches them") { VisaMakers.areThere() }
    }
}
