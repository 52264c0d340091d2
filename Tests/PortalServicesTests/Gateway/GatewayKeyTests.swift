import Foundation
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

extension GatewayTests {
    @Suite("Where the gateway's keys come from")
    struct Keys {
        @Test(
            "A token of a real OpenID Connect server passes, by the keys that the server gives out",
            .enabled(if: Glewlwyd.isAtHand, "Glewlwyd is not at hand: scripts/unpack-servers.sh says why."))
        func realServer() async throws {
            try await Glewlwyd.run { server in
                let session = Session(server.settings, store: nil)
                _ = try await session.signIn(.device) { prompt in
                    if case .device(let prompt) = prompt { _ = server.ask(["approve": prompt.code]) }
                }
                let token = try #require(await session.tokens?.access.reveal())
                let audience = try #require(try Self.claims(of: token)["aud"].text)
                let choices = GatewayUnderTest.Choices(
                    portals: 1, issuer: server.settings.issuer, settings: ["GATEWAY_AUDIENCE": audience])
                try await GatewayUnderTest.run(choices) { gateway async throws in
                    try await gateway.ask("allow", token)
                    try await gateway.portal(token: token) { portal async throws in
                        #expect(try await portal.accessService.applications().isEmpty)
                    }
                    // Of another realm.
                    try await gateway.portal(token: gateway.token) { portal async throws in
                        let error = await failure { () throws(PortalError) in
                            try await portal.accessService.applications()
                        }
                        #expect(error?.kind == .signedOut)
                    }
                }
                await session.shutdown()
            }
        }

        private static func claims(of token: String) throws -> JSONValue {
            let parts = token.split(separator: ".")
            try #require(parts.count == 3)
            var text = parts[1].replacing("-", with: "+").replacing("_", with: "/")
            while !text.count.isMultiple(of: 4) { text += "=" }
            return try JSONValue(parsing: try #require(Data(base64Encoded: String(text))))
        }

        @Test(
            "A key set that cannot be used changes nothing, and it is said why",
            arguments: [
                ("", "nothing was changed"),
                (#"{"keys": []}"#, "there are 0 keys for RS256; 1 to 4 can be used"),
                (#"{"keys": [{"kty": "EC", "crv": "P-256"}]}"#, "there are 0 keys for RS256"),
                (#"{"keys": [{"kty": "RSA", "use": "enc", "n": "AQAB", "e": "AQAB"}]}"#, "there are 0 keys for RS256"),
                (#"{"keys": [{"kty": "RSA", "kid": "small", "n": "AQAB", "e": "AQAB"}]}"#, "the key small has 17 bits"),
                (#"{"keys": [{"kty": "RSA", "n": "AQAB"}]}"#, "nothing was changed"),
            ])
        func unusable(set: String, words: String) throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let keys = folder.appending(path: "keys")
            try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
            try Data("the one before".utf8).write(to: keys.appending(path: "1.pem"))
            let source = folder.appending(path: "jwks.json")
            try Data(set.utf8).write(to: source)
            let run = try KeyScript.run(["--jwks", source.path, keys.path, "--on-change", "echo reloaded"])
            #expect(run.status == 1)
            #expect(run.words.contains(words))
            #expect(!run.words.contains("reloaded"))
            #expect(try String(contentsOf: keys.appending(path: "1.pem"), encoding: .utf8) == "the one before")
            #expect(try FileManager.default.contentsOfDirectory(atPath: keys.path) == ["1.pem"])
        }

        @Test("Keys are fetched over https only, and the gateway is reloaded only when one changed")
        func changes() throws {
            let refused = try KeyScript.run(["--jwks", "http://login.example/certs", "/nowhere"])
            #expect(refused.status == 1)
            #expect(refused.words.contains("keys are fetched over https only"))

            let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let modulus = Data([0xC0] + [UInt8](repeating: 0x55, count: 254) + [0x01]).base64EncodedString()
                .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
            let source = folder.appending(path: "jwks.json")
            try Data(#"{"keys": [{"kty": "RSA", "kid": "k", "n": "\#(modulus)", "e": "AQAB"}]}"#.utf8).write(to: source)
            let arguments = ["--jwks", source.path, folder.path + "/keys", "--on-change", "echo reloaded"]
            let first = try KeyScript.run(arguments)
            #expect(first.status == 0)
            #expect(first.words == "changed: k\nreloaded\n")
            let files = (1...4).map { folder.appending(path: "keys/\($0).pem") }
            let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
            #expect(Set(texts).count == 1)
            #expect(texts[0].hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
            #expect(try KeyScript.run(arguments).words == "unchanged: k\n")
        }
    }
}

/// deploy/gateway/keys-from-jwks.py.
private enum KeyScript {
    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "deploy/gateway/keys-from-jwks.py")
        .path

    /// What it wrote, to either stream, and how it ended.
    static func run(_ arguments: [String]) throws -> (status: Int32, words: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", path] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let words = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: words, as: UTF8.self))
    }
}
