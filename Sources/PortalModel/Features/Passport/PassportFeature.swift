import FoundationEssentials

/// The person's passport: asked for when it is opened, since committees and issuers change it.
extension AppState {
    mutating func showPassport() -> [Effect] {
        overlay = .passport(offset: 0)
        return askForPassport()
    }

    mutating func askForPassport() -> [Effect] {
        let id = nextRead(.passport, asksAnew: true)
        passport.pending = Pending(id: id, since: now)
        passport.askedAt = now
        return [.read(id, .passport)] + tick()
    }

    mutating func passportAnswered(_ id: ReadID, _ result: Result<PassportReport, PortalError>) -> [Effect] {
        guard passport.pending?.id == id else { return [] }
        passport.pending = nil
        switch result {
        case .success(let report):
            passport.report = report
            passport.failure = nil
        case .failure(let error):
            passport.failure = error
        }
        return []
    }

    mutating func stopPassport() -> [Effect] {
        guard passport.pending != nil else { return [] }
        passport.pending = nil
        return [.cancelRead(.passport)]
    }

    /// The title of a visa's dataset, as far as one of the person's requests names it; empty where none does.
    public func title(of visa: Visa) -> String {
        guard visa.kind == .controlledAccessGrants else { return "" }
        let entitlement =
            requests.entitlements.first { visa.grants($0.datasetIdentifier) }
            ?? Entitlement(datasetIdentifier: visa.value)
        return GrantedAccess(entitlement, among: requests.applications, languages: languages).title
    }

    /// Access that was granted, is not over, and is not in the passport yet.
    public var grantedWithoutVisa: [GrantedAccess] {
        guard let report = passport.report else { return [] }
        let current = requests.entitlements.filter { ($0.daysLeft(at: now) ?? 0) >= 0 }
        return report.missing(of: current).map {
            GrantedAccess($0, among: requests.applications, languages: languages)
        }
    }
}
