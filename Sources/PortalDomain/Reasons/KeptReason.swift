/// What became of what is kept on this machine, as a person at the screen should know it.
public indirect enum KeptReason: Hashable, Sendable {
    /// - isWhole: all that the damaged file held was read.
    case damagedAside(path: String, drafts: Int, isWhole: Bool)
    /// Drafts can be read, and not saved.
    case readOnly(Shortage, path: String)
    /// The file was gone, or another one, while it was in use.
    case writtenAgain(path: String)
    /// Drafts of a later version.
    case unreadable(drafts: Int)
    /// Nothing of the last run could be read.
    case startUnread(Reason)
    /// What was kept elsewhere when the program ended is among the drafts again.
    case takenOver(drafts: Int)
    /// What was written last of a draft that was sent or discarded since.
    case sentSince(path: String)
    /// What was kept elsewhere stays there for now.
    case notTakenOver(drafts: Int, paths: [String], Reason)
    /// Neither drafts nor basket are read or kept, for this reason.
    case withoutDrafts(Reason)
    /// Everything is in memory, for this reason.
    case goneWithProgram(Reason)
    /// When the program ends and there is nowhere else to keep anything.
    case lost
    /// When the program ends and no other place took anything.
    case lostEverywhere(places: [String])
    /// When the program ends and another place took it; the machine whose next start looks there.
    case rescued(paths: [String], host: String)
    /// The personal profile's file is another thing, or not to be read.
    case profileUnreadable(path: String)
    /// It could not be made into a file.
    case profileNotWritten(path: String)
    /// - words: the system's.
    case profileRefused(path: String, words: String)
    /// The personal profile is sealed, or has to be, and nobody has opened the lock here.
    case profileLocked(path: String)
    /// Answers to whoever was signed in may be left.
    case answersNotRemoved(path: String)
    /// Something of the cache is left.
    case cacheNotCleared(path: String)

    /// Why a disk takes nothing more.
    public enum Shortage: Hashable, Sendable { case quotaUsedUp, full, refuses }

    /// In English.
    public var sentence: String {
        switch self {
        case .damagedAside(let path, let drafts, let isWhole):
            "The drafts file was damaged and is kept as \(path). "
                + (drafts == 1 ? "1 draft was" : "\(drafts) drafts were")
                + (isWhole ? " taken over from it." : " taken over from it; what else it held could not be read.")
        case .readOnly(let shortage, let path):
            "\(Self.words(shortage, path)): drafts can be read, but not saved until there is room."
        case .writtenAgain(let path):
            "\(path) was deleted or replaced while in use; its drafts were written again."
        case .unreadable(let drafts):
            "\(drafts) of the drafts cannot be read by this version and were left as they are."
        case .startUnread(let reason): reason.sentence
        case .takenOver(let drafts):
            "The newest words of \(Self.count(drafts)), which could not be saved when the program ended, are taken over."
        case .sentSince(let path):
            "A draft of them was sent or discarded since; what was written last is in \(path)."
        case .notTakenOver(let drafts, let paths, let reason):
            "The newest words of \(Self.count(drafts)) are in \(paths.joined(separator: " and ")) and could not be taken "
                + "over yet. \(reason.sentence)"
        case .withoutDrafts(let reason):
            reason.sentence + " Until then drafts and basket are neither read nor kept."
        case .goneWithProgram(let reason):
            reason.sentence + " Until then drafts, basket and sign-in are gone with the program."
        case .lost: "The newest words are lost."
        case .lostEverywhere(let places):
            "The newest words could not be kept anywhere else either (\(places.joined(separator: ", "))), and are lost."
        case .rescued(let paths, let host):
            "The newest words are kept in \(paths.joined(separator: " and in ")). The next start on \(host) takes them over, "
                + "once there is room."
        case .profileUnreadable(let path):
            "\(path) cannot be read. Check its permissions, or remove it and write your profile anew."
        case .profileNotWritten(let path): "\(path) could not be written."
        case .profileRefused(let path, let words): "\(path): \(words). Check the disk and the permissions."
        case .profileLocked: "Your profile is locked. Run portal lock unlock in a shell."
        case .answersNotRemoved(let path):
            "\(path) could not be removed. Remove it by hand, or run portal cache clear."
        case .cacheNotCleared(let path): "\(path) could not be removed. Check its permissions."
        }
    }

    private static func words(_ shortage: Shortage, _ path: String) -> String {
        switch shortage {
        case .quotaUsedUp: "Your quota on the disk that holds \(path) is used up"
        case .full: "The disk that holds \(path) is full"
        case .refuses: "The disk that holds \(path) refuses to write"
        }
    }

    private static func count(_ drafts: Int) -> String { drafts == 1 ? "1 draft" : "\(drafts) drafts" }
}
