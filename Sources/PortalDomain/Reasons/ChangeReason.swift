/// Why a change of a request was not made, or not taken for one.
public indirect enum ChangeReason: Hashable, Sendable {
    /// A file is there, and no way to ask for it.
    case licenceFileUnnumbered
    /// Whoever is to be removed cannot be named to the service.
    case memberUnnamed(name: String)
    /// 413 and 415.
    case fileTooLarge, fileTypeNotTaken
    /// Of a service that creates and submits in one call.
    case oneDataset, incomplete
    /// The service has it as a draft, by this id, and no call to submit it.
    case leftAsDraft(id: String)
    /// A success that does not say what was made, or that it was done.
    case noApplicationNamed, noCopyNamed, noAttachmentNamed, notSaidDone
    /// REMS's catalogue has no open item of it.
    case datasetNotTaken(String)
    /// REMS's catalogue has several.
    case datasetTwice(String)
    /// Of REMS: the key that is configured, its health, and people.
    case keyRefused, keyMissing, unwell, personWithoutID
    /// An access service that takes codes of DUO and drops them without a word; a REMS that does not use them.
    case codesDropped, codesNotUsed
    /// What REMS answers a command with.
    case refused(REMSRefusal)
    /// The call was taken and nothing came of it.
    /// - after: why that was looked at.
    case notDone(Denial, after: Reason?)
    /// Datasets by their titles, and how many more.
    case decidedSeparately(titles: [String], more: Int)

    /// What REMS has against a command.
    public enum REMSRefusal: Hashable, Sendable {
        /// By the types of `rems.yaml`.
        case notNow, noSuchApplication, decidedDifferently, notRequestable, isMember, isApplicant, isNoMember
        /// `licenses-not-accepted`.
        case licencesNotAccepted
        /// In its own words.
        case other(String)
    }

    /// What a change did not make of an application.
    public enum Denial: Hashable, Sendable {
        /// It stands there in this state.
        case notSubmitted(ApplicationState)
        /// It stands there in this state.
        case notClosed(ApplicationState)
        /// What it shows instead needs no telling.
        case notDeleted, notAccepted, notSaved, notInvited, notRemoved, otherDatasets
    }
}

extension ChangeReason {
    /// In English.
    public var sentence: String {
        switch self {
        case .licenceFileUnnumbered: "The portal does not say by which number it gives the file out."
        case .memberUnnamed(let name): "This portal gives neither an id nor an address for \(name)."
        case .fileTooLarge: "The file is larger than the portal takes; most take 10 MB."
        case .fileTypeNotTaken: "The portal does not take files of this type."
        case .oneDataset: "This portal takes one dataset in a request."
        case .codesDropped:
            "The portal's access service takes codes and drops them without a word: write them into the form."
        case .codesNotUsed: "This REMS does not use codes of DUO: write them into the form."
        case .incomplete: "The request is not complete; nothing was sent."
        case .leftAsDraft(let id):
            "The portal took the request as \(id) and has it as a draft: it was not submitted. This portal "
                + "has no call for that; submit it on its web page."
        case .noApplicationNamed: "The answer names no application."
        case .noCopyNamed: "The answer names no copy."
        case .noAttachmentNamed: "The answer names no attachment."
        case .notSaidDone: "The answer does not say that it was done."
        case .datasetNotTaken(let dataset): "REMS does not take requests for “\(dataset)”."
        case .datasetTwice(let dataset):
            "REMS has “\(dataset)” more than once; request it from REMS's own catalogue."
        case .keyRefused: "REMS did not take the API key and the user id that are configured."
        case .keyMissing:
            "REMS wants an API key and a user id: PORTAL_REMS_KEY and PORTAL_REMS_USER, or rems: {key_file: …, user: …} "
                + "in the profile."
        case .unwell: "REMS says that it is not well."
        case .personWithoutID: "REMS gives no id for this person."
        case .refused(let refusal): refusal.sentence
        case .notDone(let denial, nil): "The portal took the call, but \(denial.words)."
        case .notDone(let denial, .some(let reason)): "\(reason.sentence) It was asked what it has: \(denial.words)."
        case .decidedSeparately(let titles, let more):
            "\(Self.list(titles, more)) are decided on separately: the portal does not take them in one request."
        }
    }

    private static func list(_ titles: [String], _ more: Int) -> String {
        let titles = titles.map { "“\($0)”" }
        let last = more > 0 ? "\(more) more" : titles.last ?? ""
        let first = more > 0 ? titles[...] : titles.dropLast()
        return "\(first.joined(separator: ", ")) and \(last)"
    }
}

extension ChangeReason.REMSRefusal {
    fileprivate var sentence: String {
        switch self {
        case .notNow: "REMS does not allow this now."
        case .noSuchApplication: "REMS does not have this application."
        case .decidedDifferently: "These datasets are decided on in different ways and cannot be requested together."
        case .notRequestable: "One of the datasets cannot be requested any more."
        case .isMember: "This person takes part already."
        case .isApplicant: "The applicant cannot be removed."
        case .isNoMember: "This person does not take part."
        case .licencesNotAccepted: "Not all licences are accepted."
        case .other(let words): "REMS says: \(words)."
        }
    }
}

extension ChangeReason.Denial {
    fileprivate var words: String {
        switch self {
        case .notSubmitted(let state): "the request is still a \(state.word) there: it was not submitted"
        case .notDeleted: "the request is still there: it was not deleted"
        case .notClosed(let state): "the request is \(state.word) there: it was not closed"
        case .notAccepted: "not all licences are accepted there"
        case .notSaved: "it does not have these answers: they were not saved"
        case .notInvited: "the person is not among those who take part"
        case .notRemoved: "the person still takes part"
        case .otherDatasets: "the request is for other datasets there"
        }
    }
}
