import PortalDomain

/// What a change makes of an application, where it is carried out.
enum ExpectedChange: Sendable {
    case submitted, deleted, closed
    case accepted(Set<Int64>)
    case saved([FieldID: FieldValue])
    case invited(email: String)
    case removed(Member)
    case datasets([String])

    /// Whether an application shows it; nil when that cannot be told from it.
    func isShown(by application: Application) -> Bool? {
        switch self {
        case .submitted:
            if application.state.showsSubmission { return true }
            // A committee may have returned it again already, and a state that nobody knows tells nothing.
            return application.state == .draft ? false : nil
        case .deleted: return false
        case .closed: return application.state == .closed
        case .accepted(let licences):
            return licences.isSubset(of: application.licences.filter(\.isAccepted).map(\.id))
        case .saved(let answers):
            return answers.allSatisfy { id, value in
                // What an answer has hidden, the service drops.
                guard let field = application.field(id), field.isVisible else { return true }
                return field.isSame(value, field.value)
            }
        case .invited(let email):
            return application.members.contains { $0.email?.lowercased() == email.lowercased() }
        case .removed(let member):
            return !application.members.contains { other in
                if let id = member.id { return other.id == id }
                return other.email?.lowercased() == member.email?.lowercased()
            }
        case .datasets(let identifiers): return Set(application.datasets.map(\.identifier)) == Set(identifiers)
        }
    }

    /// What did not happen.
    fileprivate func denial(_ application: Application) -> ChangeReason.Denial {
        switch self {
        case .submitted: .notSubmitted(application.state)
        case .deleted: .notDeleted
        case .closed: .notClosed(application.state)
        case .accepted: .notAccepted
        case .saved: .notSaved
        case .invited: .notInvited
        case .removed: .notRemoved
        case .datasets: .otherDatasets
        }
    }
}

/// Finds out what became of a change: an answer counts for what the application says afterwards, not for its status.
///
/// A gateway, a proxy or a service of another version may answer 200 to what nobody carried out.
struct ChangeCheck: Sendable {
    /// Reads the application once, without trying again.
    var look: @Sendable (ApplicationID) async throws(PortalError) -> Application

    /// Makes a change and looks what became of it where the answer is not the promised one.
    ///
    /// - Parameter always: looks after the promised answer, too. One that cannot be read then is no failure.
    /// - Throws: `.unreadableAnswer` when it was not carried out, or when that could not be found out: nobody may send it
    ///   again before the application was asked once more.
    func settle(
        _ expected: ExpectedChange, of id: ApplicationID, always: Bool = false,
        after change: () async throws(PortalError) -> Void
    ) async throws(PortalError) {
        do throws(PortalError) {
            try await change()
        } catch {
            guard error.kind == .unreadableAnswer else { throw error }
            return try await settle(expected, of: id, doubt: error)
        }
        guard always, let application = try? await look(id), expected.isShown(by: application) == false else { return }
        throw Self.notDone(expected, application, nil)
    }

    private func settle(
        _ expected: ExpectedChange, of id: ApplicationID, doubt: PortalError
    ) async throws(PortalError) {
        let application: Application
        do throws(PortalError) {
            application = try await look(id)
        } catch {
            if case .deleted = expected, error.kind == .notFound { return }
            throw doubt
        }
        switch expected.isShown(by: application) {
        case true?: return
        case false?: throw Self.notDone(expected, application, doubt)
        case nil: throw doubt
        }
    }

    private static func notDone(
        _ expected: ExpectedChange, _ application: Application, _ doubt: PortalError?
    ) -> PortalError {
        PortalError(
            .unreadableAnswer, operation: doubt?.operation ?? expected.operation,
            because: .change(.notDone(expected.denial(application), after: doubt?.reason)), requestID: doubt?.requestID)
    }
}

extension ExpectedChange {
    /// As the calls name themselves.
    var operation: String {
        switch self {
        case .submitted: "submitting the request"
        case .deleted: "deleting the request"
        case .closed: "closing the request"
        case .accepted: "accepting the licences"
        case .saved: "saving the answers"
        case .invited: "inviting a member"
        case .removed: "removing a member"
        case .datasets: "changing the datasets"
        }
    }
}
