import FoundationEssentials
import GRDB
import PortalDomain

extension PortalStore {
    /// Keeps drafts that could not be saved in the next best place, for use when the program ends. The next start on this
    /// machine takes them over.
    ///
    /// - Returns: what became of them.
    public func rescue(_ drafts: [Draft]) -> Reason {
        guard !drafts.isEmpty, let file = draftsFile else { return .kept(.lost) }
        let before = try? database?.read("reading the drafts") { database in
            try drafts.compactMap { try DraftRow.fetchOne(database, key: ["id": $0.id.rawValue]) }
        }
        let rescued = RescuedDrafts(
            id: UUID().uuidString.lowercased(), file: file.path, drafts: drafts.map { sealedIfPossible(DraftRow($0)) },
            before: before ?? [])
        let paths = rescued.write(to: options.rescue)
        guard !paths.isEmpty else {
            return .kept(.lostEverywhere(places: options.rescue.all))
        }
        return .kept(.rescued(paths: paths, host: options.holder.host))
    }

    /// Before words are lost they are kept as they are.
    private func sealedIfPossible(_ row: DraftRow) -> DraftRow { (try? row.sealed(by: options.seal)) ?? row }

    /// Takes over what an earlier run could not save, and notes what became of it.
    func takeOverRescued() {
        guard case .onDisk = availability, let database, let file = draftsFile else { return }
        for copies in RescuedDrafts.find(of: file, in: options.rescue) {
            guard let rescued = copies.first?.contents else { continue }
            let count = rescued.drafts.count
            do {
                let gone = try database.writeNow("taking over the newest words") {
                    try rescued.merge(into: $0, by: options.holder, at: options.now(), seal: options.seal)
                }
                let opened = gone == 0 ? nil : try? JSONEncoder().encode(rescued.opened(by: options.seal))
                for copy in copies { copy.settle(isRead: gone == 0, opened: opened) }
                note(.takenOver(drafts: count))
                if gone > 0 { note(.sentSince(path: copies[0].oldPath)) }
            } catch {
                note(.notTakenOver(drafts: count, paths: copies.map(\.path), error.why))
            }
        }
    }
}

extension RescuedDrafts.Copy {
    var oldPath: String { "\(folder)/\(contents.id)\(RescuedDrafts.endingOfOld)" }

    /// Everything in it is on the disk now; what has no place there any more is left for the person.
    ///
    /// - Parameter opened: what the person reads there, where it was sealed.
    fileprivate func settle(isRead: Bool, opened: Data?) {
        guard let folder = RescueFolder(folder, makes: false) else { return }
        let old = contents.id + RescuedDrafts.endingOfOld
        if isRead {
            folder.remove(name)
        } else if let opened, folder.write(opened, to: old) {
            folder.remove(name)
        } else {
            folder.rename(name, to: old)
        }
    }
}
