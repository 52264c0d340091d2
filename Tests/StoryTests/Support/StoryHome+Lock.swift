import Foundation
import TerminalHarness

/// A lock over everything private of a person.
extension StoryHome {
    /// Makes one, which a file beside the folders opens without a question.
    func makeLock() async throws {
        let environment = environment.merging(["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { $1 }
        let enabled = try await CommandRun.run(
            ProgramUnderTest.portal(), ["lock", "enable", "--key-file", path + "/stick"], environment: environment)
        guard enabled.status == 0 else { throw HarnessError("There is no lock: \(enabled.words)") }
    }

    /// Every file in which one of these words can be read: databases, what SQLite keeps beside them, logs, whatever there is.
    ///
    /// - Parameter folders: of the person; those of the program, when left out.
    func readable(_ words: [String], in folders: [String]? = nil) -> [String] {
        (folders ?? [data, cache, state]).flatMap { folder -> [String] in
            let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            return names.map { folder + "/" + $0 }.filter { path in
                guard let contents = FileManager.default.contents(atPath: path) else { return false }
                return words.contains { contents.range(of: Data($0.utf8)) != nil }
            }
        }
    }

    /// - Throws: when a word can be read, and where.
    func checkIsSealed(_ words: [String]) throws {
        let readable = readable(words)
        guard readable.isEmpty else { throw HarnessError("The lock is on, and this can be read: \(readable)") }
    }
}
