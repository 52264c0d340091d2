/// Why a search was not saved, not looked at as a whole, or not changed. Nothing that was seen is forgotten by any of it.
public indirect enum SavedSearchReason: Hashable, Sendable {
    /// It finds more than can be told apart.
    case tooMany(total: Int, most: Int)
    /// The portal says that it has so many, and gave others.
    case notWhole(given: Int, total: Int)
    /// The service gives no more than so many of what it has.
    case cut(most: Int)
    /// The Beacon network gave no answer, in its words.
    case beaconSilent(words: String)
    /// The Beacon network is asked for people who signed in alone.
    case beaconNeedsSignIn
    /// The line cannot be asked here.
    case line(QueryProblem)
    /// The mirror does not hold the whole catalogue yet.
    case partialMirror

    // The files
    /// It is no saved search, or of a later version.
    case unreadable(path: String)
    /// - words: the system's.
    case refused(path: String, words: String)
    /// Another search has the name.
    case nameTaken(name: String)
    /// What cannot be a name.
    case noName(longest: Int)
    /// As many as are kept.
    case full(most: Int)
    /// Nothing is called so, or not any more.
    case notThere(name: String)
    /// With `--ephemeral`.
    case ephemeral

    /// In English.
    public var sentence: String {
        switch self {
        case .tooMany(let total, let most):
            "The search finds \(total) datasets, and at most \(most) are remembered of one. Nothing was changed: narrow it."
        case .notWhole(let given, let total):
            "The portal says that it found \(total) datasets and gave \(given). Nothing was marked as seen; try again."
        case .cut(let most):
            "The service gives no more than \(most) of what it finds, so what is new cannot be told. Nothing was changed: "
                + "narrow the search."
        case .beaconSilent(let words):
            "The Beacon network gave no answer, so nothing was marked as seen: \(words)"
        case .beaconNeedsSignIn:
            "The search asks the Beacon network, which needs a sign-in. Nothing was changed: portal login signs in."
        case .line(let problem): "Column \(problem.column) of the search: \(problem.reason.sentence)"
        case .partialMirror:
            "The mirror does not hold the whole catalogue yet, so what is new cannot be told. portal mirror sync fills it."
        case .unreadable(let path):
            "\(path) cannot be read, and was left as it is. Check its permissions, or remove it and save the search anew."
        case .refused(let path, let words): "\(path): \(words). Check the disk and the permissions."
        case .nameTaken(let name): "Another search is called “\(name)”. Nothing was changed: take another name."
        case .noName(let longest): "A name has 1 to \(longest) characters in one line. Nothing was changed."
        case .full(let most): "\(most) searches are saved, which is as many as are kept. Delete one first."
        case .notThere(let name): "No saved search is called “\(name)” any more. Nothing was changed."
        case .ephemeral: "Saved searches are kept on this machine, and with --ephemeral nothing is."
        }
    }
}
