import ArgumentParser
import Foundation
import PortalMirror
import PortalModel

/// `portal mirror status`.
struct MirrorStatusCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell what the mirror holds, how old it is and how much of it is known.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var mirror: MirrorFlags

    @Flag(help: "One JSON object (docs/schemas/mirror-status.json).")
    var json = false

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let mirror = try MirrorShelf(portal, path: mirror.path).open()
            defer { mirror.close() }
            let record = MirrorStatusRecord(try await mirror.status(), at: mirror.place)
            let output = CommandOutput(json: json, linear: linear)
            guard !json else { return _ = try output.emit(record) }
            try output.show(MirrorWords.status(record))
        }
    }
}

/// What a mirror holds (docs/schemas/mirror-status.json).
struct MirrorStatusRecord: Encodable {
    var path: String
    var isShared: Bool
    /// Whether it holds what is seen only while somebody is signed in.
    var isPrivate: Bool
    var isWhole: Bool
    var datasets: Int
    /// What the portal said last that it has.
    var total: Int?
    var fullRecords: Int
    var checkedAt: Date?
    /// In seconds.
    var age: Int?
    var bytes: Int64
    var fields: [Field]

    struct Field: Encodable {
        var name: String
        /// Of how many datasets it is known.
        var known: Int
    }

    init(_ status: MirrorStatus, at place: MirrorPlace) {
        path = place.path
        isShared = place.kind == .shared
        isPrivate = status.isPrivate
        isWhole = status.state.isWhole
        datasets = status.state.datasets
        total = status.state.total
        fullRecords = status.state.fullRecords
        checkedAt = status.state.checkedAt
        age = status.state.checkedAt.map { max(0, Int(Date().timeIntervalSince($0))) }
        bytes = status.bytes
        fields = status.fields.map { Field(name: $0.field.label, known: $0.known) }
    }
}
