import PortalModel

/// A dialogue on a request: lines in, words out, one thing a line and without any escape sequence.
struct LinearSession {
    let desk: RequestDesk
    package let languages: [String]
    /// Goes on where something is open; a pipe always begins at the first question.
    let resumes: Bool
    /// Why this portal takes no files; nil where it does.
    let noFiles: Reason?
    /// The names of the organisations that the portal lists; nil where it has no such list.
    let organizations: (@Sendable () async throws(PortalError) -> [String])?
    /// Fetches a file of terms: its text, or where it is kept.
    let terms: @Sendable (ApplicationID, LicenceFile) async throws(PortalError) -> FetchedFile
    private let reader = LineReader()
    private let output = CommandOutput()

    init(
        desk: RequestDesk, languages: [String], resumes: Bool, noFiles: Reason? = nil,
        organizations: (@Sendable () async throws(PortalError) -> [String])? = nil,
        terms: @escaping @Sendable (ApplicationID, LicenceFile) async throws(PortalError) -> FetchedFile
    ) {
        self.desk = desk
        self.languages = languages
        self.resumes = resumes
        self.noFiles = noFiles
        self.organizations = organizations
        self.terms = terms
    }

    /// Runs until the request is sent, the person stops, or no more lines come.
    ///
    /// - Throws: a failure of status 6 when the lines end while something is missing or was not taken.
    package func run() async throws {
        guard let session = desk.session else { return }
        var dialogue = LinearDialogue(languages: languages, listsOrganizations: organizations != nil)
        try say(dialogue.begin(session, resumes: resumes))
        var unreached = false
        lines: while true {
            let given = await desk.line(from: reader)
            guard let session = desk.session else { break }
            try tellOfService(&unreached)
            switch given {
            case .end: break lines
            case .text(let line):
                let turn = dialogue.take(line, session)
                if try await carryOut(turn, &dialogue) { return }
            case .notText:
                dialogue.refuseUnread()
                try output.show(FillCommandWords.notText(goesOn: reader.isTerminal))
                // In a pipe the lines behind it would be taken for the answer to this question.
                guard reader.isTerminal else { break lines }
            case .tooLong:
                dialogue.refuseUnread()
                try output.show(FillCommandWords.tooLong)
                break lines
            }
        }
        if let session = desk.session, let turn = dialogue.end(session), try await carryOut(turn, &dialogue) { return }
        try await end(dialogue)
    }

    /// - Returns: whether the dialogue is over.
    private func carryOut(_ turn: LinearDialogue.Turn, _ dialogue: inout LinearDialogue) async throws -> Bool {
        try say(turn.words)
        switch turn.deed {
        case .wait: return false
        case .give(let id, let value):
            let field = desk.application?.field(id)
            try await desk.keep([id: value], awaitsService: field?.isChoice == true && isReachable)
            try goOn(&dialogue)
        case .attach(let id, let paths):
            let failures: [LinearLine] =
                if let noFiles { [.because(noFiles)] } else { try await desk.attach(paths, to: id) }
            try goOn(&dialogue, failures: failures)
        case .accept(let licence):
            try await desk.keep([:], licences: [licence], awaitsService: false)
            try goOn(&dialogue)
        case .organizations(let words):
            let names = try? await organizations?()
            if let session = desk.session { try say(dialogue.tell(organizations: names, of: words, session)) }
        case .terms(let file):
            guard let application = desk.session?.draft.application else { break }
            let result = await outcome { () async throws(PortalError) in try await terms(application, file) }
            if let session = desk.session { try say(dialogue.tell(terms: result, of: file, session)) }
        case .submit: return try await submit(&dialogue)
        case .leave:
            await desk.settle()
            if let kept { try output.show(kept) }
            return true
        }
        return false
    }

    private func goOn(_ dialogue: inout LinearDialogue, failures: [LinearLine] = []) throws {
        guard let session = desk.session else { return }
        try say(dialogue.goOn(session, failures: failures))
    }

    private func submit(_ dialogue: inout LinearDialogue) async throws -> Bool {
        try await desk.submit()
        if desk.isSubmitted {
            try output.show(FillCommandWords.submitted(id: desk.session?.draft.application?.rawValue))
            return true
        }
        if let session = desk.session { try say(dialogue.refused(session)) }
        return false
    }

    /// No more lines come.
    private func end(_ dialogue: LinearDialogue) async throws {
        await desk.settle()
        try output.show(FillCommandWords.inputEnded)
        if let kept { try output.show(kept) }
        guard let session = desk.session, dialogue.wasRefused || session.missingCount > 0 else { return }
        throw CommandFailure(
            session.missingCount > 0 ? FillCommandWords.somethingMissing : .lastNotTaken, .validation)
    }

    private var isReachable: Bool { desk.session?.service.error == nil }

    private var kept: FillCommandWords? {
        guard let session = desk.session else { return nil }
        if session.style == .atOnce { return .keptHere }
        return session.needsSaving ? .keptHereFirst : .keptBoth
    }

    /// Once when the portal goes, once when it comes back.
    private func tellOfService(_ unreached: inout Bool) throws {
        let error = desk.session?.service.error
        if let error, !unreached {
            try output.show(FillCommandWords.notReached(error))
        } else if error == nil, unreached {
            try output.show(FillCommandWords.reachedAgain)
        }
        unreached = error != nil
    }

    private func say(_ lines: [LinearLine]) throws {
        for line in lines { try output.show(line) }
    }
}
