import Testing

@testable import PortalModel

@Suite("The terms of a licence, line by line")
struct LinearTermsTests {
    private static let file = Licence(
        id: 4, title: LocalizedText("Agreement"),
        content: .attachment(
            name: LocalizedText([
                LocalizedText.Variant(language: "en", text: "agreement.txt"),
                LocalizedText.Variant(language: "fr", text: "accord.txt"),
            ]), file: LocalizedText([LocalizedText.Variant(language: "en", text: "17")])))

    private func begun(_ licence: Licence) throws -> (LinearDialogue, RequestSession) {
        let session = try LinearStory([FormStory.field("title", .text)], licences: [licence]).session
        var dialogue = LinearDialogue(languages: ["en"])
        _ = dialogue.begin(session, resumes: false)
        return (dialogue, session)
    }

    @Test("A file is asked for, read out, kept where it is no text, and asked for again where it was not had")
    func files() throws {
        var (dialogue, session) = try begun(Self.file)
        #expect(dialogue.take(":terms", session).words == [.noTerms], "a question has no terms")
        #expect(dialogue.take(":goto agreement", session).words.contains(.licenceFile(name: "agreement.txt")))
        let wanted = LicenceFile(licence: 4, language: "en", attachment: 17, name: "agreement.txt")
        #expect(dialogue.take(":terms", session).deed == .terms(wanted))
        let read = dialogue.tell(terms: .success(.text("Be kind.\n\n  Cite us.\n")), of: wanted, session)
        #expect(read.prefix(2) == [.words("Be kind."), .words("Cite us.")])
        #expect(read.last == .acceptOrLeave)
        let kept = dialogue.tell(terms: .success(.kept(path: "/home/ada/agreement.txt")), of: wanted, session)
        #expect(kept.first == .termsKept(name: "agreement.txt", path: "/home/ada/agreement.txt"))
        let error = PortalError(.offline, operation: "fetching the licence")
        #expect(
            dialogue.tell(terms: .failure(error), of: wanted, session).first == .termsNotHad(name: wanted.name, error))
    }

    @Test("Terms that came with the licence are read again, without asking anybody")
    func words() throws {
        let licence = Licence(id: 5, title: LocalizedText("Terms"), content: .text(LocalizedText("Be kind.")))
        var (dialogue, session) = try begun(licence)
        _ = dialogue.take(":goto terms", session)
        let turn = dialogue.take(":terms", session)
        #expect(turn.deed == .wait)
        #expect(turn.words.contains(.words("Be kind.")))
    }
}
