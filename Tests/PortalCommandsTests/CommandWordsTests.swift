import Foundation
import PortalModel
import PortalViews
import Testing

@testable import PortalCommands

/// What commands say, in each language.
@Suite struct CommandWordsTests {
    private let english = Phrasing(.english)
    private let german = Phrasing(.german)

    private static let words = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/PortalCommands/Words")

    private static func files(_ folder: String, dropping ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: words.appending(path: folder).path)
            .map { String($0.dropLast(ending.count)) }.sorted()
    }

    @Test func everyLanguageHasEveryAreaBesideTheOthers() throws {
        let keys = try Self.files("Keys", dropping: ".swift")
        #expect(keys == (try Self.files("English", dropping: "+English.swift")))
        #expect(keys == (try Self.files("German", dropping: "+German.swift")))
    }

    /// The compiler names what a language lacks; where it has no words yet, nil says so.
    @Test func germanLacksNoWords() throws {
        for name in try Self.files("German", dropping: "") {
            let text = try String(contentsOf: Self.words.appending(path: "German/\(name)"), encoding: .utf8)
            #expect(text.split(separator: "\n").filter { $0.hasSuffix(": nil") } == [], "\(name)")
        }
    }

    @Test func numbersAndPluralsFollowTheLanguage() {
        let found = SearchCommandWords.found(count: 20, total: 1204)
        #expect(english.text(found) == "20 of 1,204 datasets.")
        #expect(german.text(found) == "20 von 1.204 Datensätzen.")
        #expect(english.text(RequestCommandWords.accepted(count: 1)) == "1 licence is accepted.")
        #expect(german.text(RequestCommandWords.accepted(count: 2)) == "2 Lizenzen sind angenommen.")
        #expect(english.text(CommonCommandWords.controlsLeftOut(count: 2)).hasPrefix("2 control characters were left"))
    }

    @Test func aFailedCallIsToldWithItsReasonAndWhatToDoNext() {
        let error = PortalError(.offline, operation: "creating the request", requestID: "4711")
        #expect(
            english.text(CommandFailure(error))
                == "Creating the request did not work. The portal could not be reached. Look at the address (portal "
                + "config show) and the network, then try again. Request id: 4711.")
        #expect(
            german.text(CommandFailure(error))
                == "Nicht gelungen: den Antrag anlegen. Das Portal ist nicht zu erreichen. Die Adresse (portal config "
                + "show) und das Netz prüfen, dann noch einmal versuchen. Anfrage-ID: 4711.")
        let words = PortalError(.conflict, operation: "creating the request", detail: "Taken")
        #expect(english.text(CommandFailure(words)).hasSuffix("Taken."), "a service's words become a sentence")
        let unoffered = PortalError(notOffered: .inviteMember)
        #expect(!english.text(CommandFailure(unoffered)).contains("did not work"))
        #expect(german.missing.counts == [:])
    }

    @Test func sentencesAroundAFailureKeepIt() {
        let error = PortalError(.timedOut(seconds: 30), operation: "submitting the request")
        let kept = RequestMakingWords.kept(error)
        #expect(english.text(kept).hasPrefix(english.text(CommandFailure(error)) + " Nothing was submitted;"))
        #expect(german.text(kept).hasPrefix(german.text(CommandFailure(error)) + " Nichts wurde abgesendet;"))
        let told = RequestMakingWords.notTold(id: "5", CommandFailure(FileWords.refused(.tooLarge, path: nil)))
        #expect(
            english.text(told)
                == "The request is submitted as 5. It is not to be submitted again: only that could not be told. "
                + "Standard input is larger than 8 MB, which is more than is read from it.")
        #expect(CommandFailure(told: .network).said == nil)
    }

    @Test func aSubmissionWhoseFateIsUnknownIsNamed() {
        let submission = Submission(
            draft: DraftID("d"), application: ApplicationID("5"), datasets: ["EGAD1"],
            digest: AnswersDigest(stored: ""), phase: .submitted, time: Date(timeIntervalSince1970: 1_762_178_700))
        let error = PortalError(.offline, operation: "looking for the request")
        let words = RequestMakingWords.fateUnknown(submission, error)
        #expect(
            english.text(words).hasPrefix(
                "A request for these datasets was submitted as request 5 on 2025-11-03, and the portal could not be asked"
            ))
        #expect(
            german.text(words).hasPrefix(
                "Ein Antrag zu diesen Datensätzen, 5, wurde am 03.11.2025 abgesendet, und das Portal war nicht"))
    }

    @Test func aSlipOfTheConfigurationHasItsPlaceInEachLanguage() {
        let slip = ConfigurationWords.at(
            file: "config.yaml", line: 3, ConfigurationWords.unknownName("titel", .profile("gdi"), allowed: ["title"]))
        #expect(
            english.text(slip)
                == "config.yaml, line 3: “titel” is not known in the profile “gdi”. Allowed are title.")
        #expect(
            german.text(slip)
                == "config.yaml, Zeile 3: „titel“ ist in dem Profil „gdi“ nicht bekannt. Erlaubt sind title.")
        let noYAML = ConfigurationWords.notYAML(file: "config.yaml", line: 2, words: "did not find expected key")
        #expect(english.text(noYAML) == "config.yaml, line 2, is not YAML: did not find expected key.")
    }

    @Test func whatAProgramReadsIsEnglish() throws {
        let problem = RequestFindings.Problem(
            form: 1, field: "day", title: Reason.words("Day"),
            finding: .field(.notAnOption, at: [.noneOf("x", [FindingWords.Option(key: "a", label: "A")], more: 2)]))
        #expect(
            try TerminalJSON(problem).text.contains(
                "“x” is none of: a (A) and 2 more."))
        #expect(english.text(problem).hasPrefix("  Day (1/day): "))
        #expect(german.text(problem).hasSuffix("„x“ ist keines von: a (A) und 2 weitere."))
        let check = DoctorCommand.Check("home", .note, .homeOfList("/home/ada"))
        #expect(
            try TerminalJSON(check).text
                == #"{"detail":"/home/ada, from the list of users, because HOME is not set","name":"home","state":"note"}"#
        )
        #expect(german.text(DoctorWords.name("home")) == "persönlicher Ordner")
    }

    @Test func columnsAndStatesArePeoples() {
        #expect(ColumnWords.allCases.filter { german.text($0).isEmpty } == [.none])
        #expect(english.text(ColumnWords.signIn) == "SIGN-IN" && english.text(ColumnWords.modified) == "MODIFIED")
        #expect(english.text(CommonCommandWords.access(.nonPublic)) == "nonPublic")
        #expect(german.text(CommonCommandWords.access(.nonPublic)) == "nicht öffentlich")
    }
}
