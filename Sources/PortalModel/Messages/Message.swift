/// What the program tells a person. A value with what it speaks of: the views have the words of each language, the
/// person's keys and the terminal's signs.
public indirect enum Message: Equatable, Sendable {
    /// Keys, questions, copying, the end of the program.
    case general(GeneralMessage)
    /// What is put aside, and why it is not.
    case basket(BasketMessage)
    /// Words, facets, Beacon, marks.
    case search(SearchMessage)
    /// A dataset's description, and what can be done with it.
    case dataset(DatasetMessage)
    /// The list of requests, and one that is open.
    case requests(RequestMessage)
    /// A request that is filled in.
    case wizard(WizardMessage)
    /// The people of a request.
    case members(MemberMessage)
    /// Signing in and out.
    case signIn(SignInMessage)
    /// The personal profile.
    case person(PersonMessage)
    /// Documents and answers files.
    case documents(DocumentMessage)
    /// The portals that are set up.
    case portals(PortalMessage)
    /// The catalogue that is kept on this machine.
    case mirror(MirrorMessage)
    /// The data of a dataset, and files on their way.
    case fetching(FetchingMessage)
    /// How often a variant is seen.
    case frequencies(FrequenciesMessage)
    /// What is wrong with an answer.
    case fault(FieldProblem)
    /// Why something failed: in the service's own words where there are some, else in a sentence.
    case reason(PortalError)
    /// A reason that stands alone.
    case because(Reason)
    /// What failed, what was kept safe, and what to do next.
    case failure(PortalError, kept: Message?, next: Message?)
    /// One sentence after the other.
    case several([Message])
    /// The words of a service, or of this machine.
    case verbatim(String)
}

/// Fields by their titles, as far as a sentence names them.
public struct NamedFields: Equatable, Sendable {
    /// Of the first three, in the person's language.
    public var titles: [String]
    /// Besides those that are named.
    public var more: Int

    init(_ fields: [FormField], in languages: [String]) {
        titles = fields.prefix(3).map { $0.title.text(in: languages) }
        more = max(fields.count - 3, 0)
    }
}

/// What somebody may not do with the people of a request.
public enum MemberRight: Equatable, Sendable { case invite, takeBack, remove }
