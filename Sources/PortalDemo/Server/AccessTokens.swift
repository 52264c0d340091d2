import Foundation

/// Which bearer tokens the access services take, and whose they are.
enum AccessTokens: Sendable, Equatable {
    /// Each demo person's own, which anyone may know.
    case demo
    /// Those in a file, and no others: a line is a token, then optionally a blank and the id of a demo person
    /// (`ada` without one). `#` begins a comment. It is read for every call, so that a test can issue and revoke.
    case file(path: String)

    /// - Returns: nil for a token that nobody has.
    func user(of token: String) -> DemoUser? {
        switch self {
        case .demo: DemoUser.all.first { $0.token == token }
        case .file(let path): (try? Self.read(path))?[token]
        }
    }

    /// - Throws: `StartFailure` for a file that cannot be read or holds no token.
    func check() throws {
        guard case .file(let path) = self else { return }
        do {
            guard try !Self.read(path).isEmpty else {
                throw StartFailure.tokensUnusable(path: path, reason: "it holds no token of a known person")
            }
        } catch let failure as StartFailure {
            throw failure
        } catch {
            throw StartFailure.tokensUnusable(path: path, reason: error.plainReason)
        }
    }

    private static func read(_ path: String) throws -> [String: DemoUser] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var users: [String: DemoUser] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let token = words.first, !token.hasPrefix("#") else { continue }
            users[String(token)] = words.count > 1 ? DemoUser.known(as: String(words[1])) : .researcher
        }
        return users
    }
}
