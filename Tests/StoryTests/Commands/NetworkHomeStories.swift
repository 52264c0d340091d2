import Foundation
import TerminalHarness
import Testing

extension Stories {
    /// On a network disk one program has the drafts for itself; the others say so.
    @Suite struct NetworkHomes {
        /// Says that every file lies on NFS, to what it is loaded into.
        private static let pretence = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <sys/vfs.h>
            int statfs(const char *path, struct statfs *answer) {
                int (*real)(const char *, struct statfs *) = dlsym(RTLD_NEXT, "statfs");
                int result = real(path, answer);
                if (result == 0) answer->f_type = 0x6969;
                return result;
            }
            int statfs64(const char *path, struct statfs64 *answer) { return statfs(path, (struct statfs *)answer); }
            """

        @Test(.needs("the program is static, or no C compiler is here") { try await canPretend() })
        func noCommandCallsABasketEmptyThatItCouldNotRead() async throws {
            let story = try CommandStory()
            let source = try story.home.write(Self.pretence, to: "nfs.c")
            let library = story.home.path + "/nfs.so"
            let made = try await CommandRun.run(
                "/usr/bin/env", ["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"],
                environment: ProcessInfo.processInfo.environment)
            try #require(made.status == 0, "\(made.words)")
            let environment = ["LD_PRELOAD": library]
            let dataset = try await story.dataset()
            let added = try await story.portal("basket", "add", dataset, environment: environment)
            try #require(added.status == 0, "\(added.words)")

            let screen = PortalStory(home: story.home)
            try await screen.start(
                "--discovery", story.demo.listening.discovery, "--access", story.demo.listening.access,
                environment: environment.merging(["PORTAL_TOKEN": story.demo.listening.token]) { $1 })
            try await screen.expect("Basket 1")
            for words in [
                ["basket", "list"], ["basket", "clear"], ["basket", "remove", dataset], ["basket", "add", dataset],
                ["request", "template"], ["request", "new"],
            ] {
                let run = try await story.portal(words, environment: environment)
                #expect(run.status == 1, "\(words): \(run.words)")
                #expect(run.output.isEmpty, "\(words): \(run.output)")
                #expect(run.words.contains("Another portal (host "), "\(words): \(run.words)")
                #expect(run.words.contains("process \(try await screen.programIdentifier())"), "\(run.words)")
            }
            // Reading is not kept from it.
            let found = try await story.portal("search", "cancer", environment: environment)
            #expect(found.status == 0 && !found.output.isEmpty, "\(found.words)")
            await screen.end()
        }

        private static func canPretend() async throws -> Bool {
            let portal = try ProgramUnderTest.portal()
            let run = try await CommandRun.run(
                "/bin/sh", ["-c", "command -v cc && ldd '\(portal)'"],
                environment: ProcessInfo.processInfo.environment)
            return run.status == 0
        }
    }
}
