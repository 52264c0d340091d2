/// Where a file that a service names may lie below a folder of the person's: the service's name for it, or why it is
/// not written by that name. Names are text of others, which may lead anywhere.
public struct LocalPath: Hashable, Sendable {
    /// One after the other, none of them empty, `.` or `..`.
    public let parts: [String]

    /// Why a name is not taken.
    public enum Refusal: Error, Hashable, Sendable {
        /// There is none.
        case empty
        /// It begins at the root of all files.
        case absolute
        /// A part is empty, `.` or `..`.
        case climbs
        /// It holds a control character, a line end among them, or one that turns what is read around.
        case controls
        /// What is a folder to other systems.
        case backslash
        /// A part is longer than 240 bytes, or the whole of it than 3,000.
        case tooLong
        /// A part begins with a hyphen, which commands take for an option.
        case option
        /// This program puts files of its own by such a name: `NAME.part` while one comes, and what it remembers.
        case reserved
        /// Another file of the dataset has this name, but for capitals or how letters are made up.
        case sameAs(String)
    }

    /// - Throws: why it may not be written by this name.
    public init(_ name: String) throws(Refusal) {
        guard !name.isEmpty else { throw .empty }
        guard !name.hasPrefix("/") else { throw .absolute }
        guard !name.utf8.contains(UInt8(ascii: "\\")) else { throw .backslash }
        for scalar in name.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                throw .controls
            default: break
            }
        }
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            String($0) ?? ""
        }
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else { throw .climbs }
        // Room is left for what is put behind it while it comes.
        guard parts.allSatisfy({ $0.utf8.count <= 240 }), name.utf8.count <= 3000 else { throw .tooLong }
        guard !parts.contains(where: { $0.hasPrefix("-") }) else { throw .option }
        self.parts = parts
        let name = plain.folded
        guard !name.hasSuffix(".part"), name != Self.record else { throw .reserved }
    }

    /// What this program writes beside what it fetches.
    public static let record = "portal-data.jsonl"

    /// With slashes between.
    public var text: String { parts.joined(separator: "/") }

    /// What some disks take for the same name: without regard to capitals and to how letters are made up.
    public var folded: String { text.lowercased() }

    /// What a file of Crypt4GH is called, whether or not the archive's name says that it is one.
    public var encrypted: LocalPath { isEncryptedName ? self : LocalPath(parts: renamed { $0 + ".c4gh" }) }

    /// What its plain text is called.
    public var plain: LocalPath { isEncryptedName ? LocalPath(parts: renamed { String($0.dropLast(5)) }) : self }

    /// What a file is called while it comes.
    package var partParts: [String] { renamed { $0 + ".part" } }

    private var isEncryptedName: Bool {
        guard let last = parts.last, last.lowercased().hasSuffix(".c4gh") else { return false }
        return ![".", ".."].contains(last.dropLast(5)) && last.count > 5
    }

    private func renamed(_ change: (String) -> String) -> [String] {
        parts.dropLast() + [change(parts.last ?? "")]
    }

    private init(parts: [String]) { self.parts = parts }

    /// A name that this program made itself.
    package init(trusted parts: [String]) { self.parts = parts }
}

extension LocalPath {
    /// Finds a place for each file of a dataset; none of two files that would be one on some disk has any.
    ///
    /// - Returns: in the order of the files.
    public static func places(of files: [ArchiveFile]) -> [Result<LocalPath, Refusal>] {
        let paths = files.map { file in Result { () throws(Refusal) in try LocalPath(file.path) } }
        var owners: [String: [Int]] = [:]
        for (index, path) in paths.enumerated() {
            guard case .success(let path) = path else { continue }
            // The plain text's name may be another file's own.
            for name in Set([path.encrypted.folded, path.plain.folded]) { owners[name, default: []].append(index) }
        }
        return paths.enumerated().map { index, path in
            guard case .success(let found) = path else { return path }
            for name in [found.encrypted.folded, found.plain.folded] {
                if let other = owners[name]?.first(where: { $0 != index }) {
                    return .failure(.sameAs(files[other].path))
                }
            }
            return path
        }
    }
}
