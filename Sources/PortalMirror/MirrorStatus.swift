import FoundationEssentials
import GRDB
import Glibc
import PortalDomain

/// What a mirror holds and how much of it is known.
public struct MirrorStatus: Hashable, Sendable {
    /// How complete it is, and how old.
    public var state: MirrorState
    /// Of how many datasets each field is known: those of a list, and those of the full records together.
    public var fields: [MirrorGap]
    /// Of its file, in bytes.
    public var bytes: Int64
    /// Whether it holds what somebody saw who was signed in.
    public var isPrivate: Bool

    public init(state: MirrorState, fields: [MirrorGap], bytes: Int64, isPrivate: Bool) {
        self.state = state
        self.fields = fields
        self.bytes = bytes
        self.isPrivate = isPrivate
    }
}

extension Mirror {
    /// What it holds.
    public func status() async throws(PortalError) -> MirrorStatus {
        let path = place.path
        do {
            return try await read { database in
                let evaluator = try Evaluator(database)
                let total = evaluator.everything.count
                let fields = try MirrorField.ofRows.map {
                    MirrorGap(field: $0, known: try evaluator.known($0), total: total)
                }
                return MirrorStatus(
                    state: try MirrorState(database), fields: fields, bytes: MirrorFile.size(path),
                    isPrivate: try MirrorMeta(database: database)[.owner] != nil)
            }
        } catch {
            throw MirrorFailure(path: path).error(error, Self.operation)
        }
    }
}

extension MirrorPlace {
    /// What a mirror's file is called: of what everybody may see, or of what somebody saw who was signed in, by a number
    /// that stands for who it was.
    public static func fileName(owner: String?) -> String {
        guard let owner else { return "mirror.sqlite" }
        var print = RowPrint()
        print.add(owner)
        return "mirror-of-\(String(print.value, radix: 16)).sqlite"
    }

    /// Removes from a profile's folder what somebody saw who was signed in, whoever it was.
    ///
    /// - Returns: whether nothing of it is left.
    public static func dropPrivate(in folder: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let left = names.filter { $0.hasPrefix("mirror-of-") }.filter { name in
            (try? FileManager.default.removeItem(atPath: folder + "/" + name)) == nil
        }
        return left.isEmpty
    }

    /// Removes the mirror with all that lies beside it.
    ///
    /// - Returns: the bytes that became free; nil where there was none.
    /// - Throws: `.heldElsewhere` while a program fills it; `.local` for what is no mirror, which is left as it is.
    public func drop() throws(PortalError) -> Int64? {
        let failure = MirrorFailure(path: path)
        do {
            if let objection = MirrorGround(place: self).objectionToRemoving {
                throw failure.error(objection, "removing the mirror")
            }
            // What else begins with the name of a file that is not there is somebody else's.
            let isThere = [path, workPath].contains { MirrorGround.kind(of: $0) != .nothing }
            guard isThere || !isNamed else { return nil }
            let bytes = MirrorFile.size(path) + MirrorFile.size(workPath)
            guard bytes > 0 else { return nil }
            let turn = try FillingTurn(turnPath)
            try MirrorFile.remove(workPath)
            try MirrorFile.remove(path)
            if unlink(turnPath) != 0, errno != ENOENT { throw SystemFailure() }
            turn.end()
            return bytes
        } catch {
            throw failure.error(error, "removing the mirror")
        }
    }
}
