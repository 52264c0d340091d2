import PortalModel

/// Answers to reads as what they hold: shorthand for the tests.
extension AppAction {
    static func searchAnswered(_ id: ReadID, _ result: Result<SearchPage, PortalError>) -> AppAction {
        .answered(id, result.map(Answer.page))
    }
    static func filtersAnswered(_ id: ReadID, _ result: Result<[Filter], PortalError>) -> AppAction {
        .answered(id, result.map(Answer.filters))
    }
    static func datasetAnswered(_ id: ReadID, _ result: Result<DatasetDetail, PortalError>) -> AppAction {
        .answered(id, result.map(Answer.dataset))
    }
    static func applicationsAnswered(_ id: ReadID, _ result: Result<[ApplicationSummary], PortalError>) -> AppAction {
        .answered(id, result.map(Answer.applications))
    }
    static func applicationAnswered(_ id: ReadID, _ result: Result<Application, PortalError>) -> AppAction {
        .answered(id, result.map(Answer.application))
    }
    static func entitlementsAnswered(_ id: ReadID, _ result: Result<[Entitlement], PortalError>) -> AppAction {
        .answered(id, result.map(Answer.entitlements))
    }
    static func earlierAnswered(_ id: ReadID, _ applications: [Application]) -> AppAction {
        .answered(id, .success(.earlier(applications)))
    }
    static func healthAnswered(_ id: ReadID, _ finding: ServiceFinding) -> AppAction {
        .answered(id, .success(.health(finding)))
    }
}
