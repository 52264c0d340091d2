import PortalCommands
import Foundation
import PortalStorage

/// Whose a text in an editor is, as it stands beside the text: the program that lent it and the editor that got it.
///
/// A home directory may be shared by machines and containers, so a process number alone names nobody.
struct EditingHolder: Codable, Hashable {
    /// What can be said of whoever has the text.
    enum Presence: Hashable {
        /// One of the two runs: the text is open.
        case running
        /// Both have ended.
        case ended
        /// They run, or ran, where this program cannot look: on another machine, in another container, or before this
        /// machine started.
        case unknown
    }

    var program: LeaseHolder
    /// Nil until it is started. It may outlive the program.
    var editor: LeaseHolder?
    /// Of the machine, as its kernel names it: tells machines of the same name apart.
    var boot: String

    static var current: EditingHolder { EditingHolder(program: .current, boot: currentBoot) }

    func presence(seenFrom other: EditingHolder = .current) -> Presence {
        guard boot == other.boot, program.isObservable(from: other.program) else { return .unknown }
        return program.isRunning || editor?.isRunning == true ? .running : .ended
    }

    /// The same after every start of the machine, and another one after each.
    private static var currentBoot: String {
        let id = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id")
        return id.map { String(decoding: $0.prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self) } ?? ""
    }
}
