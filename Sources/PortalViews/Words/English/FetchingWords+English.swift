import PortalModel
import TerminalCanvas

extension FetchingWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .title: "Data"
        case .looking(let elapsed): "looking where they lie\(c.glyphs.ellipsis) \(elapsed)"
        case .checking(let elapsed): "checking what is here\(c.glyphs.ellipsis) \(elapsed)"
        case .files(let count, let bytes): "\(c.count(count, .file)), \(size(bytes, c))"
        case .archive(let address): "From  \(address)"
        case .unconfirmed(let address):
            "The catalogue says that files are at \(address). \(c.key(.askArchive)) asks there, with your sign-in."
        case .noArchive:
            """
            It is not known from which archive files come: data: {sda: …} in the portal's profile names its download service.
            """
        case .into(let folder): "Into  \(folder)"
        case .key(let key, let decrypts): Self.words(for: key, decrypts, c)
        case .running(let done, let all, let percent):
            "Fetching: \(c.number(done)) of \(c.count(all, .file)), \(percent) %"
        case .stopping: "Stopping; what came stays\(c.glyphs.ellipsis)"
        case .standing(let standing, let size, let isAwaited): Self.words(for: standing, size, isAwaited)
        case .fault(let fault): Self.words(for: fault, c)
        case .weak(let algorithm):
            "The archive gives \(algorithm) alone, which tells accidents and not somebody who means to mislead."
        case .checksum(let algorithm, let value): "\(algorithm ?? "checksum")  \(value)"
        case .way(let kind): Self.words(for: kind)
        case .source(let source): Self.words(for: source)
        case .none: "Neither the catalogue nor the profile says where the data lie: ask the dataset's contact."
        case .askArchive: "Send your sign-in to an archive"
        case .fetchMuch: "Fetch that much"
        case .folderTitle: "Fetch into"
        case .folderPlaceholder: "a folder"
        case .folderIsMade: "It is made if it is not there. What was fetched into another one stays there."
        }
    }

    /// A number of bytes for people.
    func size(_ bytes: UInt64, _ c: Phrasing) -> String { c.bytes(Int64(clamping: bytes)) }

    static func percent(_ bytes: UInt64, of size: UInt64) -> Int {
        size == 0 ? 100 : min(Int(Double(bytes) / Double(size) * 100), 100)
    }

    private static func words(for key: DataKeyStanding, _ decrypts: Bool, _ c: Phrasing) -> TerminalText {
        let rest = decrypts ? "; plain text is written beside" : "; stays encrypted"
        return switch key.state {
        case .none: "There is no key of yours to encrypt data for: \(c.key(.makeDataKey)) makes \(key.path)"
        case .locked: "Key   \(key.path), its passphrase is asked for\(rest)"
        case .open: "Key   \(key.path)\(rest)"
        case .unusable: "Your key \(key.path) cannot be used: portal keys show tells why."
        }
    }

    private static func words(for standing: FileStanding, _ size: UInt64, _ isAwaited: Bool) -> TerminalText {
        switch standing {
        case .part(let bytes): isAwaited ? "\(percent(bytes, of: size)) %" : "\(percent(bytes, of: size)) % here"
        case .absent, .failed: isAwaited ? "waits" : standing == .absent ? "not here" : "failed"
        case .encrypted(let check): isAwaited ? "waits" : "encrypted\(words(for: check))"
        case .decrypted(let check): isAwaited ? "waits" : "decrypted\(words(for: check))"
        }
    }

    private static func words(for check: FileCheck?) -> String {
        switch check {
        case .plain(let algorithm), .encrypted(let algorithm): ", \(algorithm) right"
        case .length: ", length right"
        case nil: ""
        }
    }

    private static func words(for fault: FileFault, _ c: Phrasing) -> TerminalText {
        switch fault {
        case .call(let error) where error.kind == .forbidden:
            """
            Not allowed, or not there; the archive does not say which.\(Self.said(error.reason, c)) A fresh approval may need a fresh sign-in: archives go \
            by your passport.
            """
        case .call(let error): "\(c.reason(error)) What came is kept; \(c.key(.fetchFile)) goes on."
        case .name(let refusal): "Not fetched. \(refusal.english)"
        case .isThere(let name): "\(name) is there and was not fetched as this file. It was left as it is."
        case .differs(let name, true):
            """
            The archive has another file now than \(name), which was fetched before and stays as it is. Move it away; then \
            \(c.key(.fetchFile)) fetches the new one.
            """
        case .differs(let name, false):
            """
            \(name) was changed or cut since it was fetched, and stays as it is. Move it away; then \(c.key(.fetchFile)) fetches \
            it anew.
            """
        case .noRoom: "The disk is full, or your part of it. What came is kept; with room \(c.key(.fetchFile)) goes on."
        case .disk(let words): "It could not be written: \(words). What came is kept."
        case .changes: "The archive gives another file each time; try again later."
        case .wrongLength:
            """
            It is not as long as the archive's list says; it may have changed. \(c.key(.refresh)) asks for the list anew, then \
            \(c.key(.fetchFile)). If it stays so, tell who runs the archive.
            """
        case .wrongChecksum(false, let algorithm):
            "\(algorithm) of what came is not the archive's. Fetch it again."
        case .wrongChecksum(true, let algorithm):
            "\(algorithm) of the plain text is not the archive's. Do not use it, and tell who runs the archive."
        case .otherKey: "It is encrypted for another key than yours."
        case .damaged: "It does not decrypt: it is damaged, or not what was encrypted. Remove it to fetch it anew."
        }
    }

    /// The archive's own words, which may tell which visa or which term is missing.
    private static func said(_ reason: Reason?, _ c: Phrasing) -> String {
        reason.map { " Its words: “\(c($0).singleLine.plain)”." } ?? ""
    }

    private static func words(for kind: DataWay.Kind) -> TerminalText {
        switch kind {
        case .sda: "Archive (SDA)"
        case .htsget: "Reads and variants (htsget)"
        case .drs: "Objects (DRS)"
        case .ega: "EGA's own client"
        case .sftp: "Outbox (SFTP, Crypt4GH)"
        case .workspace: "Secure environment; the data stay there"
        case .web: "A file at an address"
        }
    }

    private static func words(for source: DataWay.Source) -> TerminalText {
        switch source {
        case .distribution(let title): "distribution “\(TerminalText(singleLine: title))”"
        case .configuration: "the profile's data:"
        case .demo: "the demo portal's own"
        case .identifier: "known by the identifier"
        }
    }
}
