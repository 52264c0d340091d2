import ArgumentParser
import Foundation
import PortalModel
import PortalViews

/// `portal entitlements`: what one was given access to.
struct EntitlementsCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "entitlements", abstract: "List the datasets that you have access to, and until when.",
        discussion: "Titles and requests are there as far as your requests name them.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags
    @OptionGroup var reading: KeptFlags

    @Flag(help: "One JSON object a dataset (docs/schemas/entitlements.json).")
    var json = false

    @Flag(help: "Comma-separated values with a heading row, for spreadsheets.")
    var csv = false

    struct Record: Encodable {
        var datasetIdentifier: String
        var title: String?
        var start: String?
        /// Open-ended when it is missing.
        var end: String?
        /// 0 on the last day and when it is over; missing when it has no end.
        var daysLeft: Int?
        var request: String?
        /// For people; records have the end.
        var isOver = false

        enum CodingKeys: String, CodingKey { case datasetIdentifier, title, start, end, daysLeft, request }
    }

    func validate() throws {
        if csv, json { throw ValidationError(RequestCommandWords.csvAndJSON) }
    }

    @Flag(help: LinearFlag.help) var linear = false

    func perform() async throws {
        try await CommandPortal.with(portal, reading.way) { portal in
            try portal.require(.entitlements)
            let all = try await granted(portal)
            let now = Date()
            let output = CommandOutput(json: json, portal.reading, linear: linear)
            remind(of: all, now, output)
            if csv { return try output.emit(document: Data(AppState.csv(of: all, at: now).utf8)) }
            try output.emit(
                all.map { Record($0, now: now) }, as: [.dataset, .from, .until, .left, .title],
                none: RequestCommandWords.noEntitlements,
                row: { record in
                    [
                        record.datasetIdentifier, record.start ?? "", record.end ?? "",
                        Self.left(of: record),
                        record.title ?? "",
                    ]
                })
        }
    }

    private static func left(of record: Record) -> String {
        let words: RequestCommandWords? = record.isOver ? .over : record.daysLeft.map { .daysLeft($0) }
        return words.map { Phrasing.person.text($0) } ?? ""
    }

    /// What ends within 30 days and is granted for no longer by anything else.
    private func remind(of all: [GrantedAccess], _ now: Date, _ output: CommandOutput) {
        for ending in all.map(\.entitlement).expiring(at: now) {
            let number = all.first { $0.entitlement == ending }?.application?.rawValue
            let request = number.map { ([$0] + portal.typed).joined(separator: " ") }
            output.say(
                RequestCommandWords.endsSoon(
                    dataset: ending.datasetIdentifier, days: max(ending.daysLeft(at: now) ?? 0, 0), request: request))
        }
    }

    /// Without the requests there is a list all the same, only without titles.
    private func granted(_ portal: CommandPortal) async throws -> [GrantedAccess] {
        let entitlements = try await portal.shownAccess.entitlements()
        let applications = (try? await portal.shownAccess.applications()) ?? []
        return entitlements.sorted { ($0.end ?? .distantFuture) < ($1.end ?? .distantFuture) }.map {
            GrantedAccess($0, among: applications, languages: portal.languages)
        }
    }
}

extension EntitlementsCommand.Record {
    init(_ access: GrantedAccess, now: Date) {
        let entitlement = access.entitlement
        self.init(
            datasetIdentifier: entitlement.datasetIdentifier, title: access.title.isEmpty ? nil : access.title,
            start: entitlement.start.map { CommandOutput.day($0) }, end: entitlement.end.map { CommandOutput.day($0) },
            daysLeft: entitlement.daysLeft(at: now).map { max($0, 0) }, request: access.application?.rawValue,
            isOver: entitlement.daysLeft(at: now).map { $0 < 0 } ?? false)
    }
}
