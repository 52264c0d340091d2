import PortalModel

/// A dialogue on a request: lines in, words out, one thing a line and without any escape sequence.
struct LinearSession {
    let desk: RequestDesk
    package let languages: [String]
    /// Goes on where something is open; a pipe always begins at the first question.
    let resumes: Bool
    /// Why this portal takes no files; nil where it does.
    let noFiles: String?
    private let reader = LineReader()
    private let output = CommandOutput()

    init(desk: RequestDesk, languages: [String], resumes: Bool, noFiles: String? = nil) {
        self.desk = desk
        self.languages = languages
        self.resumes = resumes
        self.noFiles = noFiles
    }

    /// Runs until the request is sent, the person stops, or no more lines come.
    ///
    /// - Throws: a failure of status 6 when the lines end while something is missing or was not taken.
    package func run() async throws {
        guard let session = desk.session else { return }
        var dialogue = LinearDialogue(languages: languages)
        try say(dialogue.begin(session, resumes: resumes))
        var unreached = false
        while let line = await desk.line(from: reader), let session = desk.session {
            try tellOfService(&unreached)
            let turn = dialogue.take(line, session)
            if try await carryOut(turn, &dialogue) { return }
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
            let failures = if let noFiles { [noFiles] } else { try await desk.attach(paths, to: id) }
            try goOn(&dialogue, failures: failures)
        case .accept(let licence):
            try await desk.keep([:], licences: [licence], awaitsService: false)
            try goOn(&dialogue)
        case .submit: return try await submit(&dialogue)
        case .leave:
            await desk.settle()
            try say(kept)
            return true
        }
        return false
    }

    private func goOn(_ dialogue: inout LinearDialogue, failures: [String] = []) throws {
        guard let session = desk.session else { return }
        try say(dialogue.goOn(session, failures: failures))
    }

    private func submit(_ dialogue: inout LinearDialogue) async throws -> Bool {
        try await desk.submit()
        if desk.isSubmitted {
            let id = desk.session?.draft.application.map { " \($0.rawValue)" } ?? ""
            try say([
                "The request\(id) is submitted. The committee has it now; portal requests tells what becomes of it."
            ])
            return true
        }
        if let session = desk.session { try say(dialogue.refused(session)) }
        return false
    }

    /// No more lines come.
    private func end(_ dialogue: LinearDialogue) async throws {
        await desk.settle()
        try say(["The input ended; nothing was submitted."] + kept)
        guard let session = desk.session, dialogue.wasRefused || session.missingCount > 0 else { return }
        throw CommandFailure(
            session.missingCount > 0
                ? "Something is missing in the request: portal request fill goes on with it."
                : "The last answer was not taken: portal request fill goes on with the request.", .validation)
    }

    private var isReachable: Bool { desk.session?.service.error == nil }

    private var kept: [String] {
        guard let session = desk.session else { return [] }
        if session.style == .atOnce { return ["All answers are kept on this machine."] }
        return session.needsSaving
            ? ["All answers are kept on this machine; the portal does not have all of them yet."]
            : ["All answers are kept, on this machine and at the portal."]
    }

    /// Once when the portal goes, once when it comes back.
    private func tellOfService(_ unreached: inout Bool) throws {
        let error = desk.session?.service.error
        if let error, !unreached {
            try say([
                "The portal does not take answers now: \(error.sentence) They are kept on this machine and sent later."
            ])
        } else if error == nil, unreached {
            try say(["The portal has the answers again."])
        }
        unreached = error != nil
    }

    private func say(_ lines: [String]) throws {
        for line in lines { try output.show(line) }
    }
}
