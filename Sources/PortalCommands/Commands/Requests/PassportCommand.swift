import ArgumentParser
import Foundation
import PortalModel
import PortalViews

/// `portal passport`: the visas that archives ask for, and whether their signatures hold.
struct PassportCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "passport", abstract: "Show your visas, who issued them, and whether their signatures are right.",
        discussion: """
            Visas come from the sign-in service (GA4GH passport) and from a REMS, and are checked against the keys of the \
            issuers that the profile lists. What you were granted and no visa tells of yet is listed too. The archive \
            decides by itself.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "One JSON object a visa (docs/schemas/passport.json).")
    var json = false

    @Flag(help: "The visas as they are signed, one a line: whoever reads one may show it as yours.")
    var raw = false

    @Flag(help: "With --raw: print them on a terminal, too.")
    var yes = false

    func validate() throws {
        if json, raw { throw ValidationError(PassportCommandWords.jsonAndRaw) }
        if yes, !raw { throw ValidationError(PassportCommandWords.yesAlone) }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            try portal.require(.passport)
            let output = CommandOutput(json: json)
            if raw, output.isTerminal, !yes { throw CommandFailure(PassportCommandWords.rawAtTerminal, .usage) }
            let report = try await portal.access.passport()
            for failure in report.failures {
                output.note(PassportCommandWords.notAsked(failure.origin, failure.reason))
            }
            if raw {
                for visa in report.visas { try output.show(visa.signed.reveal()) }
                return
            }
            let now = Date()
            let records = try await records(of: report, portal, now: now)
            try output.emit(
                records, as: [.dataset, .kind, .source, .from, .until, .left, .state],
                none: PassportCommandWords.none, row: { $0.row })
            if !json { warn(of: report, now: now, output) }
        }
    }

    /// Without the requests there is a list all the same, only without titles and without what is missing.
    private func records(
        of report: PassportReport, _ portal: CommandPortal, now: Date
    ) async throws -> [PassportRecord] {
        let access = portal.access
        let entitlements =
            portal.portal.info.capabilities.offers(.entitlements) ? (try? await access.entitlements()) ?? [] : []
        let applications = (try? await access.applications()) ?? []
        func title(of identifier: String) -> String? {
            let access = GrantedAccess(
                Entitlement(datasetIdentifier: identifier), among: applications, languages: portal.languages)
            return access.title.isEmpty ? nil : access.title
        }
        let visas = report.visas.map { visa in
            let identifier = entitlements.first { visa.grants($0.datasetIdentifier) }?.datasetIdentifier ?? visa.value
            let isGrant = visa.kind == .controlledAccessGrants
            return PassportRecord(visa, title: isGrant ? title(of: identifier) : nil, now: now)
        }
        let current = entitlements.filter { ($0.daysLeft(at: now) ?? 0) >= 0 }
        return visas
            + report.missing(of: current).map {
                PassportRecord(missing: $0, title: title(of: $0.datasetIdentifier), now: now)
            }
    }

    /// What ends within a month, and what within a week.
    private func warn(of report: PassportReport, now: Date, _ output: CommandOutput) {
        let days = report.visas.filter { $0.verdict.reason != .expired }.compactMap { $0.daysLeft(at: now) }
        let ending = days.filter { (0..<Visa.warningDays).contains($0) }
        guard !ending.isEmpty else { return }
        let urgent = ending.filter { $0 < Visa.urgentDays }.count
        output.note(
            urgent > 0
                ? PassportCommandWords.expiring(count: urgent, days: Visa.urgentDays)
                : PassportCommandWords.expiring(count: ending.count, days: Visa.warningDays))
    }
}
