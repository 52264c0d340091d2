extension Question {
    /// Which call it is: one line a question. It changes nothing at the service: it may be cancelled and repeated.
    package func ask(_ services: Services) async throws(PortalError) -> Answer {
        let (discovery, access) = (services.discovery, services.access)
        switch self {
        case .search(let query, let start, let rows): return .page(try await discovery.search(query, start, rows))
        case .filters: return .filters(try await discovery.filters())
        case .filterValues(let key): return .filterValues(key, try await discovery.filterValues(key))
        case .dataset(let id): return .dataset(try await discovery.dataset(id))
        case .frequencies(let query): return .frequencies(try await discovery.alleleFrequencies(query))
        case .applications: return .applications(try await access.applications())
        case .application(let id): return .application(try await access.application(id))
        case .entitlements: return .entitlements(try await access.entitlements())
        case .passport: return .passport(try await access.passport())
        case .form(let identifiers): return .application(try await access.form(identifiers))
        case .earlier(let ids): return .earlier(await services.earlier(ids))
        case .dataUses(let subjects): return .dataUses(await services.dataUses(of: subjects))
        case .organizations: return .organizations(try await discovery.organizations())
        case .health(let place): return .health(await services.health.check(place))
        // The dialect does, by the way.
        case .catalogue: throw PortalError(.unsupported, operation: "asking the catalogue of itself")
        }
    }
}

extension ReadSlot {
    /// Who waits for what is read: one literal a slot. Late answers are told by their number, there.
    ///
    /// What the wizard loads is compared and sent: it recalls nothing, and neither do those that ask anew every time.
    fileprivate var reader: Reader {
        switch self {
        case .results:
            Reader(\.page) {
                $0.searchAnswered($1, $2)
            } recalled: {
                $0.recalled($1, $2, $3)
            }
        case .series: Reader(\.page) { $0.seriesAnswered($1, $2) }
        case .filters:
            Reader(\.filters) {
                $0.filtersAnswered($1, $2)
            } recalled: {
                $0.recalled($1, $2, $3)
            }
        case .filterValues:
            Reader(\.filterValues) {
                $0.filterValuesAnswered($1, $2)
            } recalled: { state, id, values, kept in
                state.recalled(id, values, kept)
                return []
            }
        case .dataset:
            Reader(\.dataset) {
                $0.datasetAnswered($1, $2)
            } recalled: { state, id, detail, kept in
                state.recalled(id, detail, kept)
                return state.loadSeries()
            }
        case .compared:
            Reader(\.dataset) {
                $0.comparedAnswered($1, $2)
            } recalled: { state, id, detail, kept in
                state.recalledCompared(id, detail, kept)
                return []
            }
        case .applications:
            Reader(\.applications) { state, id, result in
                state.applicationsAnswered(id, result) + state.askForEarlierAnswers()
            } recalled: { state, id, applications, kept in
                state.recalled(id, applications, kept)
                return []
            }
        case .application:
            Reader(\.application) {
                $0.applicationAnswered($1, $2)
            } recalled: { state, id, application, kept in
                state.recalled(id, application, kept)
                return []
            }
        case .entitlements:
            Reader(\.entitlements) {
                $0.entitlementsAnswered($1, $2)
            } recalled: { state, id, entitlements, _ in
                state.recalled(id, entitlements)
                return []
            }
        case .frequencies: Reader(\.frequencies) { $0.frequenciesAnswered($1, $2) }
        case .passport: Reader(\.passport) { $0.passportAnswered($1, $2) }
        case .wizardApplication: Reader(\.application) { $0.wizardApplicationAnswered($1, $2) }
        case .members: Reader(\.application) { $0.membersAnswered($1, $2) }
        case .leftOver: Reader(\.application) { $0.twinAnswered($1, $2) }
        case .copySource: Reader(\.application) { $0.copySourceAnswered($1, $2) }
        case .earlierRequests: Reader(\.earlier, found: { $0.earlierAnswered($1, $2) })
        case .dataUses: Reader(\.dataUses, found: { $0.dataUsesAnswered($1, $2) })
        case .organizations:
            Reader(\.organizations) {
                $0.organizationsAnswered($1, $2)
            } recalled: { state, id, list, _ in
                state.organizationsAnswered(id, .success(list))
            }
        case .health: Reader(\.health, found: { $0.healthAnswered($1, $2) })
        }
    }
}

/// Who waits for a read, and for what kind of answer.
private struct Reader {
    let answered: (inout AppState, ReadID, Result<Answer, PortalError>) -> [Effect]
    let recalled: (inout AppState, ReadID, KeptAnswer) -> [Effect]

    /// - Parameters:
    ///   - value: the answer as what is waited for.
    ///   - recalled: shows an earlier answer where its own would be. Nothing that decides about sending may rest on it.
    init<Value>(
        _ value: @escaping (Answer) -> Value?,
        answered: @escaping (inout AppState, ReadID, Result<Value, PortalError>) -> [Effect],
        recalled: @escaping (inout AppState, ReadID, Value, KeptAnswer) -> [Effect] = { _, _, _, _ in [] }
    ) {
        self.answered = { answered(&$0, $1, $2.as(value)) }
        self.recalled = { state, id, kept in value(kept.answer).map { recalled(&state, id, $0, kept) } ?? [] }
    }

    /// Of a question that never fails.
    init<Value>(
        _ value: @escaping (Answer) -> Value?, found: @escaping (inout AppState, ReadID, Value) -> [Effect]
    ) {
        self.init(value) { state, id, result in
            guard case .success(let value) = result else { return [] }
            return found(&state, id, value)
        }
    }
}

extension AppState {
    /// Leads an answer to whoever asked.
    mutating func answered(_ id: ReadID, _ result: Result<Answer, PortalError>) -> [Effect] {
        id.slot.reader.answered(&self, id, result)
    }

    /// Leads an earlier answer to whoever asked. A read that is not waited for any more is passed over, as late answers
    /// are.
    mutating func recalled(_ id: ReadID, _ kept: KeptAnswer) -> [Effect] {
        guard id.mayRecall else { return [] }
        let effects = id.slot.reader.recalled(&self, id, kept)
        guard let language = kept.language else { return effects }
        return effects + show(.information, .general(.keptInLanguage(language)))
    }
}

extension Result<Answer, PortalError> {
    /// The answer as what the slot of its read waits for.
    func `as`<Value>(_ value: (Answer) -> Value?) -> Result<Value, PortalError> {
        flatMap { answer in
            value(answer).map { .success($0) }
                ?? .failure(
                    PortalError(
                        .unreadableAnswer, operation: "reading an answer", because: .answer(.anotherQuestion)))
        }
    }
}
