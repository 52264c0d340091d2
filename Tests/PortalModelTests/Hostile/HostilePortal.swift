import Foundation
import PortalModel

/// What the made portal answers to the program's calls.
enum HostilePortal {
    static func carryOut(_ effect: Effect, at portal: inout WizardPortal, time: Date) -> AppAction? {
        switch effect {
        case .write(.createApplication(let draft, let identifiers)):
            .session(draft, .created(.success(portal.create(identifiers, at: time))))
        case .write(.saveAnswers(let draft, let id, let revision, let answers)):
            .session(draft, .saved(revision: revision, portal.save(id, answers)))
        case .write(.acceptLicences(let draft, let id, let licences)):
            .session(draft, .licencesAccepted(accept(licences, of: id, at: &portal)))
        case .write(.submit(let draft, let id)): .session(draft, .submitted(portal.submit(id, at: time)))
        case .write(.reconcile(let draft, let id, let lost, let inquiry)):
            .session(draft, .reconciled(inquiry, reconcile(id, lost, at: portal)))
        case .write(.deleteApplication(let id)): .request(id, .deleted(portal.delete(id)))
        case .read(let read, .application(let id)): .applicationAnswered(read, load(id, at: portal))
        case .read(let read, .applications): .applicationsAnswered(read, .success(portal.summaries))
        case .read(let read, .entitlements): .entitlementsAnswered(read, .success([]))
        case .read(let read, .search(_, let start, let rows)):
            .searchAnswered(read, .success(.made(start: start, rows: rows, total: 3)))
        case .read(let read, .filters): .filtersAnswered(read, .success([]))
        case .read(let read, .dataset): .datasetAnswered(read, .success(Made.detail(1)))
        default: nil
        }
    }

    /// No answer, or a refusal: nothing was read, and of writes only the person's portal knows.
    static func failed(_ effect: Effect, with error: PortalError) -> AppAction? {
        switch effect {
        case .write(.createApplication(let draft, _)): .session(draft, .created(.failure(error)))
        case .write(.saveAnswers(let draft, _, let revision, _)): .session(draft, .saved(revision: revision, error))
        case .write(.acceptLicences(let draft, _, _)): .session(draft, .licencesAccepted(error))
        case .write(.submit(let draft, _)): .session(draft, .submitted(error))
        case .write(.reconcile(let draft, _, _, let inquiry)): .session(draft, .reconciled(inquiry, .failure(error)))
        case .write(.deleteApplication(let id)): .request(id, .deleted(error))
        case .read(let read, _): .answered(read, .failure(error))
        default: nil
        }
    }

    private static func accept(
        _ licences: Set<Int64>, of id: ApplicationID, at portal: inout WizardPortal
    ) -> PortalError? {
        guard let entry = portal.entries[id] else { return PortalError(.notFound, operation: "accepting") }
        guard entry.state.isEditable else { return PortalError(.conflict, operation: "accepting") }
        portal.accept(id, licences)
        return nil
    }

    private static func load(_ id: ApplicationID, at portal: WizardPortal) -> Result<Application, PortalError> {
        portal.application(id).map(Result.success) ?? .failure(PortalError(.notFound, operation: "loading"))
    }

    private static func reconcile(
        _ id: ApplicationID?, _ lost: LostCreation, at portal: WizardPortal
    ) -> Result<Reconciliation, PortalError> {
        if let id { return load(id, at: portal).map(Reconciliation.found) }
        let candidates = lost.candidates(among: portal.summaries)
        guard candidates.count == 1, let found = portal.application(candidates[0].id) else {
            let listed = Set(portal.entries.keys)
            return .success(candidates.isEmpty ? .nothing(listed: listed) : .ambiguous(candidates))
        }
        return .success(.found(found))
    }
}
