import FoundationEssentials
import GRDB
import PortalDomain

/// Drafts as they lie in a place that is not theirs.
struct RescuedDrafts: Codable, Sendable {
    /// The same in every copy.
    var id: String
    /// The drafts file that they belong to.
    var file: String
    var drafts: [DraftRow]
    /// Of each of them what that file held: what differs from it was changed by the program that rescued it.
    var before: [DraftRow]

    static let ending = ".rescued.json"
    /// Of what was looked at and is of no use any more, for a person to read.
    static let endingOfOld = ".old.json"

    /// A file of it.
    struct Copy: Sendable {
        var folder: String
        var name: String
        var path: String { "\(folder)/\(name)" }
        var contents: RescuedDrafts
    }

    /// What was rescued of a drafts file, each in all its copies.
    static func find(of file: DraftsFile, in places: RescuePlaces) -> [[Copy]] {
        var found: [String: [Copy]] = [:]
        for path in places.all {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path),
                names.contains(where: { $0.hasSuffix(ending) }), let folder = RescueFolder(path, makes: false)
            else { continue }
            for name in names.sorted() where name.hasSuffix(ending) {
                guard let data = folder.read(name),
                    let contents = try? JSONDecoder().decode(RescuedDrafts.self, from: data), contents.file == file.path
                else { continue }
                found[contents.id, default: []].append(Copy(folder: path, name: name, contents: contents))
            }
        }
        return found.values.sorted { ($0.first?.path ?? "") < ($1.first?.path ?? "") }
    }

    /// Writes a copy into the first place of each kind that takes it, and gives their paths.
    func write(to places: RescuePlaces) -> [String] {
        guard let data = try? JSONEncoder().encode(self) else { return [] }
        return [places.inMemory, places.onDisk].compactMap { folders in
            for path in folders {
                guard let folder = RescueFolder(path, makes: true), folder.write(data, to: id + Self.ending) else {
                    continue
                }
                return "\(path)/\(id)\(Self.ending)"
            }
            return nil
        }
    }

    /// As a person reads it.
    func opened(by seal: PrivateSeal) throws -> RescuedDrafts {
        var open = self
        open.drafts = try drafts.map { try $0.opened(by: seal) }
        open.before = try before.map { try $0.opened(by: seal) }
        return open
    }

    /// Puts the drafts where they belong.
    ///
    /// - Returns: how many are not there any more: they were sent or discarded since.
    func merge(
        into database: Database, by holder: LeaseHolder, at time: Date, seal: PrivateSeal
    ) throws -> Int {
        var gone = 0
        for draft in drafts {
            let id = DraftID(draft.id)
            let draft = try draft.opened(by: seal)
            let known = try before.first { $0.id == draft.id }?.opened(by: seal)
            guard let stored = try DraftRow.stored(draft.id, in: database, by: seal) else {
                if known == nil { try draft.keep(in: database, by: seal) } else { gone += 1 }
                continue
            }
            try Lease.take(id, by: holder, at: time, in: database)
            try draft.over(stored, knowing: known).keep(in: database, by: seal)
            try Lease.release(id, by: holder, in: database)
        }
        return gone
    }
}

extension DraftRow {
    /// Of a draft that was opened.
    private var plainAnswers: [Answer] {
        if case .plain(let answers) = answers { answers } else { [] }
    }

    /// This draft's words in a stored one that may have been written meanwhile. What both have changed is put aside for the
    /// person to choose.
    fileprivate func over(_ stored: DraftRow, knowing before: DraftRow?) -> DraftRow {
        if stored.revision <= (before?.revision ?? revision), stored.revision <= revision { return self }
        let (mine, theirs) = (Answer.dictionary(plainAnswers), Answer.dictionary(stored.plainAnswers))
        let known = Answer.dictionary(before?.plainAnswers ?? [])
        var (merged, aside) = (theirs, Answer.dictionary(stored.aside ?? []))
        for (field, words) in mine where words != known[field] && words != theirs[field] {
            if theirs[field] == known[field] { merged[field] = words } else { aside[field] = words }
        }
        var row = stored
        row.answers = .plain(Answer.list(merged))
        row.aside = Answer.list(aside)
        row.acceptedLicences = Set(stored.acceptedLicences).union(acceptedLicences).sorted()
        row.revision = max(stored.revision, revision) + 1
        return row
    }
}
