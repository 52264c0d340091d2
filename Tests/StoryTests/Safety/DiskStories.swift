import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// Disks that do not take what they are given. In file systems of their own, mounted where nobody else sees them.
    @Suite struct Disks {
        /// A shell command in its own view of the file systems.
        private func privately(_ command: String, _ arguments: String...) throws -> [String] {
            ["unshare", "-m", "sh", "-c", command, "sh", try ProgramUnderTest.portal()] + arguments
        }

        @Test(.needsMounts)
        func aReadOnlyDataDirectoryIsSaidAndWhatIsThereStays() async throws {
            let story = try PortalStory()
            try await story.start("--demo")
            try await story.beginsARequest()
            try await story.type("kept words")
            try await story.expect("saved") { WizardPage($0).isSavedHere && $0.contains("kept words") }
            try await story.press("Escape")
            try await story.expectGone("Research project")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)

            let data = story.home.data
            let readOnly = "mount --bind '\(data)' '\(data)' && mount -o remount,ro,bind '\(data)' && exec \"$@\""
            // Reading goes on, and it is said what does not.
            try await story.start(privately(readOnly, "--demo"), columns: 200)
            let notice = try await story.expect("neither read nor kept")
            for word in ["read-only", data, "XDG_DATA_HOME"] { #expect(notice.contains(word), "\(notice)") }
            try await story.expect("datasets ·")
            try await story.press("q")
            #expect(try await story.exitStatus() == 0)
            try await story.start(privately(readOnly, "--demo", "--ephemeral"))
            try await story.expect("datasets ·")

            try await story.start("--demo")
            try await story.continuesItsDraft()
            try await story.expect("kept words")
            await story.end()
        }

        @Test(.needsMounts)
        func aFullDiskIsSaidAndNothingThatWasSavedIsLost() async throws {
            try await PortalUnderTest.run { portal in
                let story = try PortalStory()
                try portal.configure(story.home)
                let data = story.home.data
                try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
                // The program twice, so that the second one finds what the first one left.
                let small = "mount -t tmpfs -o size=400k none '\(data)' && \"$@\"; \"$@\""
                try await story.start(privately(small), columns: 100, rows: 40, environment: portal.environment)
                try await story.beginsARequest()
                try await story.type("before ")
                try await story.expect("saved") { WizardPage($0).isSavedHere && $0.contains("before") }

                let shell = try await story.programIdentifier()
                let filler = "/proc/\(shell)/root\(data)/filler"
                try fill(filler)
                try await story.type("during ")
                let full = try await story.expect("not saved here")
                #expect(full.contains("is full") && full.contains("before during"), "\(full)")
                // To end now would lose words: that is asked first.
                try await story.press("Escape")
                try await story.expectGone("Research project")
                try await story.press("q")
                try await story.expect("Type quit")
                try await story.press("Escape")
                try await story.expectGone("Type quit")
                try FileManager.default.removeItem(atPath: filler)
                try await story.press("e")
                try await story.expect("saved by itself") { WizardPage($0).isSavedHere && $0.contains("before during") }
                try await story.type("after")
                // It opens at the next field without an answer.
                try await story.expect("saved") { WizardPage($0).isSavedHere && $0.contains("after") }

                try fill(filler)
                try await story.type(" lost")
                try await story.expect("not saved here")
                for process in Processes.children(of: shell) { kill(process, SIGKILL) }
                try await story.continuesItsDraft()
                let restored = try await story.expect("before during")
                #expect(restored.contains("after") && !restored.contains("lost"), "\(restored)")
                await story.end()
            }
        }

        /// Writes until the disk is full.
        private func fill(_ path: String) throws {
            let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw HarnessError("\(path) cannot be made: \(String(cString: strerror(errno)))")
            }
            defer { close(descriptor) }
            for size in [4096, 64, 1] {
                let block = [UInt8](repeating: 0, count: size)
                while write(descriptor, block, block.count) > 0 {}
            }
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test where file systems may be mounted, as root or in a user namespace of one's own.
    static var needsMounts: Self {
        .needs("this user may not mount file systems (unshare -m)") {
            let probe = Process()
            probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            probe.arguments = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
            probe.standardError = FileHandle.nullDevice
            guard (try? probe.run()) != nil else { return false }
            probe.waitUntilExit()
            return probe.terminationStatus == 0
        }
    }
}
