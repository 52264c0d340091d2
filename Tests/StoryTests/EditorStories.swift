import Foundation
import Testing

extension Stories {
    /// Texts that go out of the program and come back.
    @Suite struct Editor {
        @Test func aLongTextIsWrittenInOnesOwnEditor() async throws {
            let story = try PortalStory()
            // Shows the file's mode and waits for a line, as an editor that has the terminal for itself.
            let editor = try story.home.write(
                """
                echo "Editing with mode $(stat -c %a "$1"): $(cat "$1")"
                read -r line
                printf '%s\\n\\n%s\\n' "$line" "Second paragraph, naïve." > "$1"
                """, to: "editor.sh")
            try await story.start("--demo", "--ephemeral", environment: ["EDITOR": "sh \(editor)"])
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.skip("Title of the project")
            try await story.expectField("Purpose of use")
            try await story.type("Begun here.")
            try await story.press("C-o")
            try await story.expect("Editing with mode 600: Begun here.")
            try await story.type("Written there.")
            try await story.press("Enter")
            try await story.expectField("Purpose of use")
            try await story.expect("Written there.")
            try await story.expect("Second paragraph, naïve.")
            try await story.expect("40/4000")
            // The keys are the program's again.
            try await story.type(" And here.")
            try await story.expect("Second paragraph, naïve. And here.")
        }

        @Test func nothingOfTheProgramIsOpenInTheEditor() async throws {
            let story = try PortalStory()
            // What libraries open without marking it: connections to the portal, which carry tokens, and their like.
            let editor = try story.home.write(
                """
                # Into a file first: a substitution would open a pipe of its own.
                ls -l /proc/$$/fd > "$HOME/descriptors"
                echo "Foreign: $(grep -c -e socket: -e anon_inode -e pipe: -e /dev/null "$HOME/descriptors")."
                read -r line
                """, to: "editor.sh")
            try await story.start("--demo", "--ephemeral", environment: ["EDITOR": "sh \(editor)"])
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.press("C-o")
            try await story.expect("Foreign: 0.")
            try await story.press("Enter")
            try await story.expectField("Title of the project")
        }

        @Test func anEditorThatFailsCostsNothing() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral", environment: ["EDITOR": "false"])
            try await story.find("Human Metabolome", title: "Human Metabolome Database")
            try await story.beginRequest()
            try await story.type("Kept")
            try await story.press("C-o")
            try await story.expect("The editor did not give the text back.")
            try await story.expectField("Title of the project")
            try await story.type(" as it was")
            try await story.expect("Kept as it was")
        }

        @Test func anAddressIsCopiedThroughTheTerminal() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral")
            try await story.find("RD-Connect Genome", title: "RD-Connect Genome-Phenome")
            try await story.press("Enter")
            try await story.expect("https://platform.rd-connect.eu")
            try await story.press("u")
            try await story.expect("Copied")
            let copied = Data("https://platform.rd-connect.eu".utf8).base64EncodedString()
            let stream = String(decoding: try await story.stream(), as: UTF8.self)
            #expect(stream.contains("\u{1B}]52;c;\(copied)\u{1B}\\"))
        }
    }
}
