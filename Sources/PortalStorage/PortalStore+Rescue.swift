import FoundationEssentials
import GRDB
import PortalDomain

extension PortalStore {
    /// Keeps drafts that could not be saved in the next best place, for use when the program ends. The next start on this
    /// machine takes them over.
    ///
    /// - Returns: what became of them, in a sentence or two.
    public func rescue(_ drafts: [Draft]) -> String {
        guard !drafts.isEmpty, let file = draftsFile else { return "The newest words are lost." }
        let before = try? database?.read("reading the drafts") { database in
            try drafts.compactMap { try DraftRow.fetchOne(database, key: ["id": $0.id.rawValue]) }
        }
        let rescued = RescuedDrafts(
            id: UUID().uuidString.lowercased(), file: file.path, drafts: drafts.map(DraftRow.init), before: before ?? []
        )
        let paths = rescued.write(to: options.rescue)
        guard !paths.isEmpty else {
            return
                "The newest words could not be kept anywhere else either (\(options.rescue.all.joined(separator: ", "))"
                + "), and are lost."
        }
        return "The newest words are kept in \(paths.joined(separator: " and in ")). The next start on "
            + "\(options.holder.host) takes them over, once there is room."
    }

    /// Takes over what an earlier run could not save, and notes what became of it.
    func takeOverRescued() {
        guard case .onDisk = availability, let database, let file = draftsFile else { return }
        for copies in RescuedDrafts.find(of: file, in: options.rescue) {
            guard let rescued = copies.first?.contents else { continue }
            let count = rescued.drafts.count == 1 ? "1 draft" : "\(rescued.drafts.count) drafts"
            let paths = copies.map(\.path).joined(separator: " and ")
            do {
                let gone = try database.writeNow("taking over the newest words") {
                    try rescued.merge(into: $0, by: options.holder, at: options.now())
                }
                for copy in copies { copy.settle(isRead: gone == 0) }
                note("The newest words of \(count), which could not be saved when the program ended, are taken over.")
                if gone > 0 {
                    note(
                        "A draft of them was sent or discarded since; what was written last is in \(copies[0].oldPath)."
                    )
                }
            } catch {
                note(
                    "The newest words of \(count) are in \(paths) and could not be taken over yet. "
                        + (error.detail ?? error.sentence))
            }
        }
    }
}

extension RescuedDrafts.Copy {
    var oldPath: String { "\(folder)/\(contents.id)\(RescuedDrafts.endingOfOld)" }

    /// Everything in it is on the disk now; what has no place there any more is left for the person.
    fileprivate func settle(isRead: Bool) {
        guard let folder = RescueFolder(folder, makes: false) else { return }
        if isRead { folder.remove(name) } else { folder.rename(name, to: contents.id + RescuedDrafts.endingOfOld) }
    }
}
