import ArgumentParser
import PortalStorage

/// What is wrong with words of a command line before anything is asked with them.
package enum GivenWords {
    /// An empty id names nothing, but the address with it in it would be the list's: `""` out of an unset variable of a
    /// script must not ask for that, or worse.
    package static func check(ids: [String], _ what: LaunchWords.GivenID) throws {
        guard ids.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
            throw ValidationError(LaunchWords.emptyID(what))
        }
    }

    /// Bytes that are no UTF-8 would be looked for as something else than what was typed.
    package static func problem(in arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, count: Int32)
        -> LaunchWords?
    {
        for index in 1..<max(Int(count), 1) {
            guard let bytes = arguments[index], String(validatingCString: bytes) == nil else { continue }
            return .notUTF8(word: String(cString: bytes))
        }
        return nil
    }
}

extension Environment {
    /// - Throws: where there is no place for what a command writes or points to.
    func requirePlace(_ what: LaunchWords.Place, or variable: String) throws(CommandFailure) {
        guard home == nil, self[variable]?.hasPrefix("/") != true else { return }
        throw CommandFailure(LaunchWords.noPlace(what, variable: variable))
    }
}
