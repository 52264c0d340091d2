extension AppState {
    /// Leads an answer to whoever asked. Late ones are told by their number, there.
    mutating func answered(_ id: ReadID, _ result: Result<Answer, PortalError>) -> [Effect] {
        switch id.slot {
        case .results: return searchAnswered(id, result.as(\.page))
        case .series: return seriesAnswered(id, result.as(\.page))
        case .filters: return filtersAnswered(id, result.as(\.filters))
        case .filterValues: return filterValuesAnswered(id, result.as(\.filterValues))
        case .dataset: return datasetAnswered(id, result.as(\.dataset))
        case .applications:
            return applicationsAnswered(id, result.as(\.applications)) + askForEarlierAnswers()
        case .application: return applicationAnswered(id, result.as(\.application))
        case .wizardApplication: return wizardApplicationAnswered(id, result.as(\.application))
        case .members: return membersAnswered(id, result.as(\.application))
        case .leftOver: return twinAnswered(id, result.as(\.application))
        case .copySource: return copySourceAnswered(id, result.as(\.application))
        case .entitlements: return entitlementsAnswered(id, result.as(\.entitlements))
        case .earlierRequests:
            guard case .success(.earlier(let applications)) = result else { return [] }
            return earlierAnswered(id, applications)
        case .health:
            guard case .success(.health(let finding)) = result else { return [] }
            return healthAnswered(id, finding)
        }
    }
}

extension Result<Answer, PortalError> {
    /// The answer as what the slot of its read waits for.
    func `as`<Value>(_ value: (Answer) -> Value?) -> Result<Value, PortalError> {
        flatMap { answer in
            value(answer).map { .success($0) }
                ?? .failure(
                    PortalError(
                        .unreadableAnswer, operation: "reading an answer", detail: "It belongs to another question."))
        }
    }
}
