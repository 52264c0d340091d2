import Foundation
import Testing

@testable import PortalDemo

@Suite("Tokens from a file")
struct TokenFileTests {
    @Test("only tokens of the file are taken, and it may change while the portal runs")
    func tokens() async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "tokens")
            try Data("# who may\nfirst\nsecond  grace\nthird nobody\n".utf8).write(to: file)
            try await withPortal(DemoOptions(tokens: .file(path: file.path))) { portal async throws in
                func applicant(_ token: String?) async throws -> PortalClient.Answer {
                    let client = Applicant(portal, token: token)
                    let id = try await client.create("phs000007")
                    return id.status == 200
                        ? try await client.get("applications/\(id.json["applicationId"].int ?? 0)") : id
                }
                #expect(try await applicant("first").json["applicant"]["userId"].text == "ada")
                #expect(try await applicant("second").json["applicant"]["userId"].text == "grace")
                for token in ["third", "#", "demo-researcher"] {
                    let refused = try await applicant(token)
                    #expect(refused.status == 401)
                    #expect(refused.header("WWW-Authenticate")?.contains(#"error="invalid_token""#) == true)
                }
                #expect(try await applicant(nil).header("WWW-Authenticate") == #"Bearer realm="portal-demo""#)

                try Data("new".utf8).write(to: file)
                #expect(try await applicant("first").status == 401)
                #expect(try await applicant("new").status == 200)
                #expect(try await portal.search("{}").status == 200, "browsing needs none")
            }
        }
    }

    @Test("a file without tokens, or none, keeps the portal from starting", arguments: ["", "# nothing\n\n", nil])
    func unusable(text: String?) async throws {
        try await withTemporaryDirectory { directory in
            let file = directory.appending(path: "tokens")
            if let text { try Data(text.utf8).write(to: file) }
            await #expect(throws: StartFailure.self) {
                try await DemoPortal.start(DemoOptions(tokens: .file(path: file.path)))
            }
        }
    }
}
