import Foundation
import PortalModel
import Testing

@testable import PortalServices

@Suite("The token store")
struct TokenStoreTests {
    private let settings = IdentitySettings(issuer: "https://id.example", clientID: "portal")
    private let tokens = TokenSet(
        access: Secret("at"), refresh: Secret("rt"), identity: Secret("it"),
        expires: Date(timeIntervalSince1970: 1_800_000_300), obtained: Date(timeIntervalSince1970: 1_800_000_000),
        account: .init(subject: "42", name: "Ada"))

    @Test("What is kept comes back, and only its owner can read it")
    func roundTrip() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory + "/a/b", profile: "gdi")
            #expect(try store.load(for: settings) == nil)
            #expect(!FileManager.default.fileExists(atPath: directory))
            try store.keep(tokens, for: settings)
            #expect(try store.load(for: settings) == tokens)
            #expect(try mode(store.path) == 0o600)
            #expect(try mode(store.directory) == 0o700)
            #expect(try FileManager.default.contentsOfDirectory(atPath: store.directory) == ["gdi.json"])
            try store.remove()
            #expect(try store.load(for: settings) == nil)
        }
    }

    @Test("What a killed program left half written goes with the next write; what is being written stays")
    func leftovers() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            try store.keep(tokens, for: settings)
            let names = ["gdi.json.4711-12", "gdi.json.4712-13", "other.json.4711-12", "gdi.json.lock"]
            for name in names {
                try Data("{}".utf8).write(to: URL(fileURLWithPath: directory + "/" + name))
                let age: TimeInterval = name == "gdi.json.4712-13" ? 5 : 3600
                try FileManager.default.setAttributes(
                    [.modificationDate: Date().addingTimeInterval(-age)], ofItemAtPath: directory + "/" + name)
            }
            try store.keep(tokens, for: settings)
            let left = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            #expect(left == ["gdi.json", "gdi.json.4712-13", "gdi.json.lock", "other.json.4711-12"])
        }
    }

    @Test("A sign-in by another program is found at the next call, and told")
    func found() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            let (clock, _) = TestClock.leaping()
            let session = Session(settings, store: store, clock: clock)
            let before = try await session.token()
            #expect(before == nil)
            try store.keep(tokens, for: settings)
            #expect(try await session.token() != nil)
            var found = session.found.makeAsyncIterator()
            #expect(await found.next() == tokens.account)
            await session.shutdown()
        }
    }

    @Test("Tokens of another issuer or client are not used, so that they reach nobody else")
    func otherIssuer() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            try store.keep(tokens, for: settings)
            #expect(try store.load(for: IdentitySettings(issuer: "https://evil.example", clientID: "portal")) == nil)
            #expect(try store.load(for: IdentitySettings(issuer: settings.issuer, clientID: "other")) == nil)
        }
    }

    @Test("A symbolic link is not followed, neither in reading nor in writing nor as the directory")
    func links() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            let elsewhere = directory + "-elsewhere"
            defer { try? FileManager.default.removeItem(atPath: elsewhere) }
            try store.keep(tokens, for: settings)
            try FileManager.default.moveItem(atPath: store.path, toPath: elsewhere)
            try FileManager.default.createSymbolicLink(atPath: store.path, withDestinationPath: elsewhere)
            #expect(throws: TokenFileFailure.self) { try store.load(for: settings) }
            let before = try Data(contentsOf: URL(fileURLWithPath: elsewhere))
            // Writing puts a file in the link's place and leaves what it pointed to alone.
            try store.keep(TokenSet(access: Secret("new"), obtained: .now), for: settings)
            #expect(try Data(contentsOf: URL(fileURLWithPath: elsewhere)) == before)
            #expect(try store.load(for: settings)?.access == Secret("new"))

            let link = directory + "-link"
            defer { try? FileManager.default.removeItem(atPath: link) }
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory)
            let linked = TokenStore(directory: link, profile: "gdi")
            #expect(throws: TokenFileFailure.self) { try linked.load(for: settings) }
            #expect(throws: TokenFileFailure.self) { try linked.keep(tokens, for: settings) }
        }
    }

    @Test("What others could read is closed to them")
    func tightened() async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            try store.keep(tokens, for: settings)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: directory)
            #expect(try store.load(for: settings) == tokens)
            #expect(try mode(store.path) == 0o600)
            #expect(try mode(directory) == 0o700)
        }
    }

    @Test("A damaged file is as good as none", arguments: ["", "{", "[]", #"{"version":1}"#, "\u{0}\u{1}"])
    func damaged(contents: String) async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: "gdi")
            try store.keep(tokens, for: settings)
            try Data(contents.utf8).write(to: URL(fileURLWithPath: store.path))
            #expect(try store.load(for: settings) == nil)
        }
    }

    @Test("No profile's name leaves the directory", arguments: ["../evil", "a/b", "..", ".", "", "ä"])
    func names(profile: String) async throws {
        try await withTokenDirectory { directory in
            let store = TokenStore(directory: directory, profile: profile)
            try store.keep(tokens, for: settings)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count == 1)
            #expect(try store.load(for: settings) == tokens)
        }
    }

    @Test("One holder at a time; the next one gets the lock when it is given back")
    func locking() async throws {
        try await withTokenDirectory { directory in
            let lock = try await FileLock.acquire("x.lock", in: directory)
            await #expect(throws: TokenFileFailure.self) {
                try await FileLock.acquire("x.lock", in: directory, patience: .milliseconds(50)).release()
            }
            lock.release()
            try await FileLock.acquire("x.lock", in: directory).release()
        }
    }

    @Test("Where there are no locks a file stands in, and is taken for forgotten after minutes")
    func lockFile() async throws {
        try await withTokenDirectory { directory in
            let folder = try PrivateDirectory(directory)
            let held = try FileLock.attemptByFile("x.lock", in: folder)
            let isHeld = held != nil
            #expect(isHeld)
            let second = try FileLock.attemptByFile("x.lock", in: folder) != nil
            #expect(!second)
            let later = Date(timeIntervalSinceNow: 200)
            _ = try FileLock.attemptByFile("x.lock", in: folder, now: later)
            let third = try FileLock.attemptByFile("x.lock", in: folder) != nil
            #expect(third)
            held?.release()
        }
    }

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
}
