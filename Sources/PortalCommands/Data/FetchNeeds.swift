import Glibc
import PortalModel

/// What a fetch takes: of the network, and of the disk.
struct FetchNeeds: Sendable {
    /// In bytes, of what is not here yet.
    private(set) var fetched: UInt64 = 0
    /// In bytes, with headers and plain texts.
    private(set) var disk: UInt64 = 0

    init(_ files: [ArchiveFile], _ journal: FetchJournal, in folder: DataFolder, decrypts: Bool) async {
        for file in files {
            let place = (try? LocalPath(file.path))?.encrypted
            let known = if let place { await journal.file(named: place.text) } else { nil as FetchedEntry? }
            if known?.isWhole != true {
                let part = place.flatMap { try? folder.open(LocalPath(trusted: $0.partParts)) }
                if let part { close(part.descriptor) }
                let missing = file.size - min(file.size, part?.size ?? 0)
                fetched = fetched.addingClamped(missing)
                disk = disk.addingClamped(missing).addingClamped(4096)
            }
            if decrypts, known?.plain == nil { disk = disk.addingClamped(file.plainSize ?? file.size) }
        }
    }

    /// Known before anything is fetched, as far as the disk says.
    func requireRoom(in folder: DataFolder) throws(CommandFailure) {
        guard let room = folder.room, room < disk else { return }
        throw CommandFailure(DataWords.noRoom(path: folder.path, needed: disk, room: room))
    }
}
