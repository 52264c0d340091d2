import Foundation
import PortalModel

extension Scene {
    static let passport = [
        Scene("passport") { state in
            open(&state)
            state.passport.report = SamplePassport.report
        },
        Scene("passport-asking") { state in
            open(&state)
            state.passport.pending = SampleStates.pending(.passport, seconds: 2)
        },
        Scene("passport-failed") { state in
            open(&state)
            state.passport.failure = PortalError(
                .forbidden, operation: "loading your passport", because: .passport(.brokerRefuses))
        },
        Scene("passport-empty") { state in
            open(&state)
            state.requests.entitlements = []
            state.passport.report = PassportReport(failures: [.init(.rems, .passport(.notEnabled))])
        },
    ]

    private static func open(_ state: inout AppState) {
        state.screen = .requests
        state.requests.applications = SampleRequests.list
        state.requests.entitlements = SampleRequests.entitlements
        state.requests.granted = GrantedState()
        state.overlay = .passport(offset: 0)
        state.passport.askedAt = state.now.addingTimeInterval(-2)
    }
}

/// Visas of every kind of verdict.
enum SamplePassport {
    private static let now = SampleStates.now
    private static let rems = "https://rems.portal.example/"

    private static func day(_ days: Double) -> Date { now.addingTimeInterval(days * 86_400) }

    static let report = PassportReport(
        visas: [
            Visa(
                kind: .controlledAccessGrants, value: SampleRequests.entitlements[0].datasetIdentifier,
                source: "EGAC00001000908", by: "dac", issuer: rems, subject: "ada", asserted: day(-40),
                issued: day(-1), expires: day(200), verdict: .checked, origin: .rems),
            Visa(
                kind: .researcherStatus, value: "https://doi.org/10.1038/s41431-018-0219-y",
                source: "https://institute.example", by: "so", issuer: "https://login.portal.example/", subject: "ada",
                asserted: day(-300), issued: day(-10), expires: day(20), verdict: .checked, origin: .broker),
            Visa(
                kind: .affiliationAndRole, value: "faculty@institute.example", source: "https://institute.example",
                by: "system", issuer: "https://login.portal.example/", subject: "ada", asserted: day(-300),
                issued: day(-10), expires: day(3), verdict: .checked, origin: .broker),
            Visa(
                kind: .controlledAccessGrants, value: "EGAD00001006673", source: "https://ega-archive.org", by: "dac",
                issuer: "https://visas.elsewhere.example/", subject: "ada-elsewhere", asserted: day(-90),
                issued: day(-20), expires: day(60), verdict: .notChecked(.issuerNotTrusted), origin: .broker),
            Visa(
                kind: .controlledAccessGrants, value: "urn:example:forged", source: "dac", by: "dac", issuer: rems,
                subject: "ada", asserted: day(-9), issued: day(-9), expires: day(900), verdict: .failed(.signature),
                origin: .broker),
            Visa(verdict: .failed(.malformed), origin: .broker),
        ])
}
