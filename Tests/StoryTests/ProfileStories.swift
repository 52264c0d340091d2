import Foundation
import Testing

extension Stories {
    /// What the person has written down once is offered where a form asks for it.
    @Suite struct Profile {
        @Test func whatIsWrittenOnceIsOfferedAndNeverImposed() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.press("M-p")
            try await story.expect("Your profile")
            try await story.type("Ada Lovelace")
            try await story.press("Tab")
            try await story.type("0000-0002-1825-0098")
            try await story.press("Tab")
            try await story.press("BTab")
            try await story.expect("Not an ORCID")
            try await story.press("BSpace")
            try await story.type("7")
            try await story.expectGone("Not an ORCID")
            try await story.press("Tab")
            for entry in ["KI", "ada@institution.example"] {
                try await story.type(entry)
                try await story.press("Tab")
            }
            try await story.press("Tab")
            try await story.type("Ada Lovelace")
            try await story.press("C-s")
            try await story.expect("Kept here.")
            try await story.beginRequest()
            for title in [
                "Title of the project", "Purpose of use", "Summary for the public", "Area of research",
                "Start of the project", "Expected end", "Funding",
            ] { try await story.skip(title) }
            try await story.expectField("Principal investigator")
            try await story.expect("F3 takes “Ada Lovelace” from your profile")
            try await story.press("F3")
            try await story.expectGone("F3 takes “Ada Lovelace”")
            try await story.press("Tab")
            // The leader of the project is the person: the address is theirs.
            try await story.expect("F3 takes “ada@institution.example”")
            try await story.type("other@institution.example")
            try await story.expectGone("F3 takes")
            try await story.press("C-u")
            try await story.press("F3")
            try await story.expect("from your profile ✓")
            try await story.leavesTheWizard()
            try await story.quits()
            let file = story.home.data + "/portal/person.json"
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("0000-0002-1825-0097"))
        }

        @Test func commandsKeepItWithoutArguments() async throws {
            let story = try CommandStory()
            let empty = try await story.bare(["profile", "show"])
            #expect(empty.status == 0)
            #expect(empty.words.contains("Nothing is kept"))
            let yaml = "name: Ada Lovelace\norcid: https://orcid.org/0000-0002-1825-0097\nphone: 0046 8 123 456\n"
            let kept = try await story.bare(["profile", "set"], input: yaml)
            #expect(kept.status == 0, "\(kept.words)")
            let shown = try await story.bare(["profile", "show"])
            #expect(
                shown.lines == [
                    #"name: "Ada Lovelace""#, #"orcid: "0000-0002-1825-0097""#, #"phone: "+46 8 123 456""#,
                ])
            // What is printed is what is taken, and what is not named stays.
            let file = try story.home.write("phone: ''\nemail: ada@ki.example\n", to: "more.yaml")
            #expect(try await story.bare(["profile", "set", "--from", file]).status == 0)
            #expect(try await story.bare(["profile"]).lines.last == #"email: "ada@ki.example""#)
            let wrong = try await story.bare(["profile", "set"], input: "orcid: 0000-0002-1825-0098\nname: Grace\n")
            #expect(wrong.status == 6)
            #expect(wrong.words.contains("Nothing was changed"))
            #expect(!wrong.words.contains("0098"), "what was typed is not said again")
            #expect(try await story.bare(["profile", "set"], input: "nickname: Ada\n").status == 6)
            #expect(try await story.bare(["profile"]).lines.first == #"name: "Ada Lovelace""#)
            #expect(try await story.bare(["profile", "clear"]).status == 0)
            #expect(try await story.bare(["profile"]).lines.isEmpty)
        }
    }
}
