/// Why the drafts could not be read or written. A path is that of their file.
public enum DiskReason: Hashable, Sendable {
    /// It takes nothing more; what SQLite or the folder said of why.
    case full(path: String)
    /// The disk has room, and this person's part of it has none.
    case quotaUsedUp(path: String)
    /// It did not say why.
    case writeRefused(path: String)
    /// The file, its folder or its disk.
    case readOnly(path: String)
    /// Neither to read nor to write.
    case cannotOpen(path: String)
    /// It is no database, or one with broken pages.
    case damaged(path: String)
    /// Its tables are of a version that this one does not know.
    case newerVersion(path: String)
    /// - holder: the other program, as it wrote itself down; nil where it did not.
    case inUse(path: String, holder: String?)
    /// Its file system does not keep two programs apart.
    case noLocks(path: String)
    /// Asked for when the program was ending.
    case closed(path: String)
    /// Another program has the draft open: the name of its machine, and its number there.
    case heldElsewhere(host: String, process: Int32)
    /// The draft is not the one any more that was read, or in a state that this version does not know.
    case changedElsewhere, newerDraft
    /// It is sealed, and nobody has opened the lock here.
    case locked(path: String)
    /// It is not there and cannot be made.
    case missingFolder(String)
    /// - code: SQLite's extended result, or `errno`.
    case failed(path: String, code: Int)
    /// With `--ephemeral`: a database in memory could not be made, or written to.
    case noMemory, memoryFailed
    /// There is no home directory; a profile's name makes no folder.
    case noPlace, profileName

    /// In English.
    public var sentence: String {
        switch self {
        case .full(let path):
            "The disk is full, or your quota on it is used up: \(path) cannot grow. "
                + "What was saved before is safe. Make some room and save again."
        case .quotaUsedUp(let path):
            "Your quota on the disk is used up: \(path) cannot grow. What was saved before is safe. "
                + "Remove files of yours there, or ask for a larger quota, and save again."
        case .writeRefused(let path):
            "The disk refused to write: your quota may be used up, or the disk may be failing (\(path)). "
                + "What was saved before is safe. Make some room, or check the disk, and save again."
        case .readOnly(let path):
            "\(path) cannot be written: the file, its folder or its disk is read-only. "
                + "Make it writable, or name another place with XDG_DATA_HOME."
        case .cannotOpen(let path):
            "\(path) cannot be opened. Check that it is a file that you may read and write, and that its disk has room."
        case .damaged(let path):
            "\(path) is damaged. At the next start it is kept under another name and its drafts are taken over."
        case .newerVersion(let path):
            "\(path) was written by a newer version of portal and was left as it is. "
                + "Use that version, or name another place with XDG_DATA_HOME."
        case .inUse(let path, let holder):
            "\(holder.map { "Another portal (\($0))" } ?? "Another program") is using \(path). Close it there and try again."
        case .noLocks(let path):
            "The disk that holds \(path) cannot lock files, so drafts would not be safe there. "
                + "Name a place on another disk with XDG_DATA_HOME."
        case .closed(let path): "\(path) is closed already: the program is ending."
        case .heldElsewhere(let host, let process):
            "This draft is open in another portal program (host \(host), process \(process)). "
                + "It can be saved here when it is closed there, or taken over."
        case .changedElsewhere:
            "Another portal program has changed this draft meanwhile, so it was not written over. "
                + "Taking it back brings what was written there and offers what was typed here."
        case .newerDraft: "This draft was kept by a newer version of portal and was left as it is. Use that version."
        // One line of a terminal: which file it is, portal lock status tells.
        case .locked: "Drafts are locked. Run portal lock unlock in a shell, then start again."
        case .missingFolder(let folder):
            "The folder \(folder) cannot be made: something above it is missing or is a file. "
                + "Name another place with XDG_DATA_HOME."
        case .failed(let path, let code):
            "Reading or writing \(path) failed (code \(code)). What was saved before is safe. "
                + "Check the disk and try again."
        case .noMemory: "There is too little memory."
        case .memoryFailed: "Keeping it in memory failed."
        case .noPlace:
            "There is no place for drafts: HOME is not set, and this machine does not know your home directory. "
                + "Set HOME, or name a place with XDG_DATA_HOME."
        case .profileName:
            "A profile needs a name of 1 to 200 plain letters; choose another name for this one."
        }
    }
}
