/// Why a mirror of a catalogue could not be read, filled or shared. A path is that of its file.
public enum MirrorReason: Hashable, Sendable {
    /// There is none yet.
    case none(path: String)
    /// It is no database, or one with broken pages.
    case damaged(path: String)
    /// A file that is somebody else's: neither filled nor removed.
    case noMirror(path: String)
    /// A symbolic link where a file is to be filled or removed.
    case isLink(path: String)
    /// A folder, a device or a pipe.
    case noFile(path: String)
    /// Its tables are of a version that this one does not know.
    case otherVersion(path: String)
    /// It holds what another portal has, or what somebody else saw.
    case ofAnotherPortal(path: String)
    /// Another program is filling it.
    case inUse(path: String)
    /// The disk takes nothing more.
    case full(path: String)
    /// The file, its folder or its disk.
    case readOnly(path: String)
    /// Neither to read nor to write.
    case cannotOpen(path: String)
    /// Its file system does not keep two programs apart.
    case noLocks(path: String)
    /// - code: SQLite's extended result, or `errno`.
    case failed(path: String, code: Int)
    /// The portal's answers ended before they were all there.
    case endedEarly(known: Int, total: Int)
    /// The Beacon network counts for those who ask it, and nothing of that is kept.
    case noBeacon
    /// The dataset is there, and its full record was not read yet.
    case onlyRow(id: String)
    /// With `--ephemeral`.
    case ephemeral
    /// What the mirror has nothing of.
    case notHeld

    /// In English.
    public var sentence: String {
        switch self {
        case .none(let path):
            "There is no mirror of this portal yet (\(path)). portal mirror sync fills one."
        case .damaged(let path):
            "The mirror \(path) is damaged. What it held is still at the portal: portal mirror sync --anew fills a new one "
                + "in its place, and portal mirror drop removes it."
        case .noMirror(let path):
            "\(path) is no mirror of portal. It was left as it is. Name a file that is one, or one that is not there yet."
        case .isLink(let path):
            "\(path) is a symbolic link. It was left as it is, and so was what it leads to. Name the file itself."
        case .noFile(let path):
            "\(path) is a folder, a device or a pipe, and no file that could hold a mirror. It was left as it is. Name a "
                + "file."
        case .otherVersion(let path):
            "The mirror \(path) was filled by another version of portal and was left as it is. portal mirror sync fills it "
                + "anew."
        case .ofAnotherPortal(let path):
            "The mirror \(path) is of another portal, or of what somebody else may see, and was left as it is. Check the "
                + "profile's address, or fill it anew with portal mirror sync --anew."
        case .inUse(let path):
            "Another program is filling the mirror \(path). Wait until it is done; what is there can be searched meanwhile."
        case .full(let path):
            "The disk is full, or your quota on it is used up: \(path) cannot grow. What was mirrored before is kept. "
                + "Make some room and run portal mirror sync again: it goes on where it stopped."
        case .readOnly(let path):
            "\(path) cannot be written: the file, its folder or its disk is read-only. What was there is kept. Make it "
                + "writable, or name another place with --path."
        case .cannotOpen(let path):
            "\(path) cannot be opened. Check that it is a file that you may read, and that its folder is there."
        case .noLocks(let path):
            "The disk that holds \(path) cannot lock files, so a mirror cannot be filled there. Fill it on another disk "
                + "and copy the finished file: it can be read from any."
        case .failed(let path, let code):
            "Reading or writing \(path) failed (code \(code)). What was mirrored before is kept. Check the disk and try "
                + "again."
        case .endedEarly(let known, let total):
            "The portal says that it has \(total) datasets and gave \(known) of them. What it gave is kept; portal mirror "
                + "sync asks for the rest again."
        case .noBeacon:
            "The Beacon network is asked by the portal alone: leave beacon:on and its filters out of a search offline."
        case .onlyRow(let id):
            "Of the dataset \(id) the mirror has what a list shows, and not its full record. portal mirror sync --records "
                + "reads full records."
        case .ephemeral: "A mirror is kept on this machine, and with --ephemeral nothing is."
        case .notHeld: "The mirror does not hold this. The portal has it."
        }
    }
}
