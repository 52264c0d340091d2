import Foundation
import Testing

extension Stories {
    /// A document in the person's own pager.
    @Suite struct Pager {
        @Test func aLicenceIsReadInOnesOwnPager() async throws {
            let story = try PortalStory()
            // Tells what it got, and waits for a line as a pager waits for keys.
            let pager = try story.home.write(
                """
                cat > "$HOME/paged"
                env > "$HOME/environment"
                ls -l /proc/$$/fd/0 > "$HOME/input"
                echo "Paged $(wc -l < "$HOME/paged") lines."
                read -r line < /dev/tty
                """, to: "pager.sh")
            try await story.start(
                "--demo", "--ephemeral",
                environment: [
                    // A place that is not there is no hindrance: $TMPDIR, the story's home, is the next one.
                    "PAGER": "sh \(pager)", "XDG_RUNTIME_DIR": story.home.path + "/missing",
                    "PORTAL_TOKEN": "not-for-pagers", "PORTAL_REMS_KEY": "nor-this-key",
                ])
            try await story.readsALicence()
            try await story.press("v")
            try await story.expect("lines.")
            // While it is read: nothing of it lies under a name.
            let names = try FileManager.default.contentsOfDirectory(atPath: story.home.path)
            #expect(!names.contains { $0.hasPrefix("portal-") }, "\(names)")
            // ^C is the pager's own; here it ends it, and nothing else.
            try await story.press("C-c")
            try await story.expect("Licence 1 of 2")
            try await story.expectGone("lines.")

            let paged = try String(contentsOfFile: story.home.path + "/paged", encoding: .utf8)
            #expect(paged.count > 100 && !paged.contains("\u{1B}"))
            let environment = try String(contentsOfFile: story.home.path + "/environment", encoding: .utf8)
            #expect(environment.contains("LESSSECURE=1\n") && environment.contains("LESSHISTFILE=-\n"))
            #expect(!environment.contains("not-for-pagers") && !environment.contains("nor-this-key"))
            let input = try String(contentsOfFile: story.home.path + "/input", encoding: .utf8)
            #expect(input.contains(story.home.path + "/portal-") && input.contains("(deleted)"), "\(input)")
            try await story.press("Escape")
            try await story.expect("Licences 0/")
        }

        @Test func aPagerThatFailsIsToldAndCostsNothing() async throws {
            let story = try PortalStory()
            try await story.start("--demo", "--ephemeral", environment: ["PAGER": "no-such-pager"])
            try await story.readsALicence()
            try await story.press("v")
            try await story.expect("could not be started")
            try await story.expect("Licence 1 of 2")
        }
    }
}

extension PortalStory {
    /// From the list of datasets to the first licence of a request, in full.
    fileprivate func readsALicence() async throws {
        try await find("Human Metabolome", title: "Human Metabolome Database")
        try await beginRequest()
        try await press("F9")
        try await expect("Still to do")
        try await press("C-p")
        try await expect("Licences 0/")
        try await press("Enter")
        try await expect("Licence 1 of 2")
    }
}
