import FoundationEssentials

/// A request that is to follow another one, whose answers it begins with: what is another one now, and what names a day
/// that has passed since.
public struct Renewal: Equatable, Sendable {
    /// The request that it follows.
    public var request: ApplicationID
    /// Answers that are others now.
    public var changed: Int
    /// Answers that are as they were.
    public var same: Int
    /// Of these the days that have passed since.
    public var passed: [FormField]
}

extension RequestSession {
    /// Nil for a request that follows none, and before there is a form.
    public var renewal: Renewal? {
        guard let request = draft.renews, let application, draft.submitted != nil else { return nil }
        let fields = application.forms.flatMap(\.fields).filter { $0.isVisible && $0.type.takesValue }
        let same = fields.filter { submittedAnswer(to: $0) == nil && !FormValidation.isBlank(value(of: $0)) }
        // By the day on which it was begun: a form does not change by itself at midnight.
        let today = ISODate(draft.created)
        return Renewal(
            request: request, changed: fieldsChangedSinceSubmission.count, same: same.count,
            passed: same.filter { field in
                field.type == .date && ISODate(value(of: field).text).map { $0 < today } == true
            })
    }

    /// Answers are held against those that were submitted: of this request, or of the one that it follows.
    var isHeldAgainstSubmitted: Bool { application?.state == .returned || isRenewal }

    /// Once it has been submitted, what was answered then is of no interest any more.
    private var isRenewal: Bool { draft.renews != nil && application?.state == .draft }
}

extension ApplicationSummary {
    /// A request that was sent after this one for the same datasets and that stands: whoever asks again for the access of
    /// this one asks twice, on whatever machine the other was made. The newest of several.
    package func follower(among applications: [ApplicationSummary]) -> ApplicationSummary? {
        let wanted = Set(datasets.map(\.identifier))
        guard let created, !wanted.isEmpty else { return nil }
        let later = applications.filter { other in
            other.id != id && [.submitted, .returned, .approved].contains(other.state)
                && Set(other.datasets.map(\.identifier)) == wanted && other.created.map { $0 > created } == true
        }
        return later.max { ($0.created ?? created) < ($1.created ?? created) }
    }
}
