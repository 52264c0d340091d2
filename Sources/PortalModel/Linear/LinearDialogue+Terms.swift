/// The terms of a licence, where the question is whether it is accepted.
extension LinearDialogue {
    /// Read again where they are words or an address; a file has to be fetched first.
    func terms(_ session: RequestSession) -> Turn {
        guard case .licence(let id) = place, let licence = session.licence(id) else { return .say([.noTerms]) }
        guard let file = licence.file(in: languages) else { return .say(ask(session)) }
        return Turn(deed: .terms(file))
    }

    /// What fetching a file of terms came to.
    package func tell(
        terms result: Result<FetchedFile, PortalError>, of file: LicenceFile, _ session: RequestSession
    ) -> [LinearLine] {
        let told: [LinearLine] =
            switch result {
            case .success(.text(let text)):
                text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
                    .map { .words($0) }
            case .success(.kept(let path)): [.termsKept(name: file.name, path: path)]
            case .failure(let error): [.termsNotHad(name: file.name, error)]
            }
        return told + again(session)
    }
}
