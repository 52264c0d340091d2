/// The files of an attachment field: a cursor among them, and a path that is typed to attach another.
public struct FilePicker: Equatable, Sendable {
    /// Among the files that are attached and then those on their way.
    public var selection = 0
    /// Nil while the list has the keys.
    public var path: PathEntry?

    public init() {}
}

/// A path being typed, completed from what lies in its folder.
public struct PathEntry: Equatable, Sendable {
    /// As it is typed, from `~/` on as a rule; relative paths are understood too.
    public var text: TextBuffer
    /// What the folder that was last looked into holds.
    public private(set) var listing: FolderListing?
    /// Among the candidates.
    public var selection = 0

    /// What can be chosen: files that a portal takes, or folders to write into.
    public enum Wanted: Equatable, Sendable { case attachments, folders }
    /// What the candidates are narrowed to.
    public var wanted = Wanted.attachments

    public init(_ text: String = "~/", wanted: Wanted = .attachments) {
        self.text = TextBuffer(text)
        self.wanted = wanted
    }

    /// A slash where a folder has just ended, and a tilde there, begin anew: `~//data` is `/data`. False for all other
    /// keys.
    mutating func beginsAnew(with key: Key) -> Bool {
        guard key == .character("/") || key == .character("~"), text.cursor == text.characters.count,
            text.text.hasSuffix("/")
        else {
            return false
        }
        text = TextBuffer(key == .character("/") ? "/" : "~")
        selection = 0
        return true
    }

    /// Everything up to the last slash: `~/data/pl` is in `~/data/`.
    public var folder: String {
        guard let slash = text.characters.lastIndex(of: "/") else { return "" }
        return String(text.characters[...slash])
    }

    private var name: String {
        let start = text.characters.lastIndex(of: "/").map { $0 + 1 } ?? 0
        return String(text.characters[start...])
    }

    /// Whether the folder has to be looked into.
    var needsListing: Bool { listing?.folder != folder }

    mutating func take(_ listing: FolderListing) {
        guard listing.folder == folder else { return }
        self.listing = listing
        selection = 0
    }

    /// What the typed name can become: folders, and files that could be attached. Hidden ones once a dot is typed.
    public var candidates: [FolderEntry] {
        guard let listing, listing.folder == folder else { return [] }
        let wanted = name.lowercased()
        return listing.entries.filter { entry in
            let isTaken = self.wanted == .attachments && AttachmentRules.isAccepted(entry.name)
            guard entry.isFolder || isTaken || entry.name == name else { return false }
            if entry.name.hasPrefix("."), !wanted.hasPrefix(".") { return false }
            return wanted.isEmpty || entry.name.lowercased().hasPrefix(wanted)
        }
    }

    /// The one under the cursor; nil where nothing matches.
    public var candidate: FolderEntry? { candidates.indices.contains(selection) ? candidates[selection] : nil }

    /// The file that the text names, as far as its folder is known.
    public var named: FolderEntry? { listing?.folder == folder ? listing?.entries.first { $0.name == name } : nil }

    /// Writes as much as all candidates begin with; when that is nothing new, the one under the cursor.
    mutating func complete() {
        let names = candidates.map(\.name)
        guard let first = names.first else { return }
        var common = Array(first)
        for other in names.dropFirst() {
            common = Array(zip(common, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
        }
        if names.count > 1, common.count > name.count {
            write(String(common))
        } else if let candidate {
            write(candidate)
        }
    }

    /// Writes a candidate out; a folder is looked into next.
    mutating func write(_ entry: FolderEntry) { write(entry.name + (entry.isFolder ? "/" : "")) }

    private mutating func write(_ name: String) {
        text = TextBuffer(folder + name)
        selection = 0
    }
}

/// What lies in a folder of this machine.
public struct FolderListing: Equatable, Sendable {
    /// As it was typed, with a slash at its end; empty for the working directory.
    public var folder: String
    /// Folders first, each by name.
    public var entries: [FolderEntry]
    /// Why it could not be read.
    public var failure: Reason?

    public init(folder: String, entries: [FolderEntry], failure: Reason? = nil) {
        self.folder = folder
        self.entries = entries
        self.failure = failure
    }
}

/// A file or a folder within a folder.
public struct FolderEntry: Hashable, Sendable {
    /// Without its folder.
    public var name: String
    /// Links to folders count as folders.
    public var isFolder: Bool
    /// Of a file.
    public var bytes: Int

    public init(name: String, isFolder: Bool = false, bytes: Int = 0) {
        self.name = name
        self.isFolder = isFolder
        self.bytes = bytes
    }
}

/// A file on its way to the service.
public struct Upload: Hashable, Sendable {
    /// Counted up per wizard.
    public var id: UploadID
    /// The question that it answers.
    public var field: FieldID
    /// What it is called at the service: the last part of the path.
    public var name: String
    /// As it was typed.
    public var path: String
    /// 0 until it is read.
    public var bytes: Int
    /// Of the bytes, those that the connection has taken.
    public var sent = 0
    /// Why it did not arrive, in a sentence.
    public var failure: Reason?

    public init(id: UploadID, field: FieldID, name: String, path: String, bytes: Int) {
        self.id = id
        self.field = field
        self.name = name
        self.path = path
        self.bytes = bytes
    }

    /// Neither failed nor arrived; one that has arrived is an upload no more.
    public var isUnderWay: Bool { failure == nil }
}

/// Names an upload among all of a run of the program.
public struct UploadID: Hashable, Sendable {
    /// The draft whose session sends it.
    public var draft: DraftID
    /// Counted up in a session.
    public var number: Int

    public init(_ draft: DraftID, _ number: Int) {
        self.draft = draft
        self.number = number
    }
}
