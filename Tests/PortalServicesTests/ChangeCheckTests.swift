import FoundationEssentials
import PortalModel
import Synchronization
import Testing

@testable import PortalServices

/// An answer counts for what the application says afterwards, not for its status.
@Suite("What became of a change")
struct ChangeCheckTests {
    /// What is there after the change.
    private static func application(_ state: String = "draft", accepted: Bool = false) -> String {
        #"""
        {"id": 7, "state": "application.state/\#(state)", "datasets": [{"externalId": "EGAD1"}],
         "members": [{"memberId": "u2", "name": "Lin", "email": "lin@example.org"}],
         "licenses": [{"id": 3, "type": "text", "acceptedByCurrentUser": \#(accepted)}],
         "forms": [{"id": 1, "fields": [{"id": "a", "type": "text", "value": "kept", "visible": true}]}]}
        """#
    }

    /// How changes are answered that the contract answers with 204.
    private static let oddAnswers: [ScriptedServer.Answer] = [
        HTTPText.answer("", status: "200 OK"), HTTPText.json("done"), HTTPText.json("{}"),
        HTTPText.answer("<html>Sign in</html>", status: "200 OK", headers: ["Content-Type: text/html"]),
        HTTPText.answer("", status: "202 Accepted"),
    ]

    private static let done = ScriptedServer.Answer.bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")

    /// Makes one change at a service that answers it so, and has this application afterwards.
    ///
    /// - Returns: its error, and how often the application was asked for.
    private func change(
        _ answer: ScriptedServer.Answer, then look: ScriptedServer.Answer,
        _ change: (AccessService) async throws(PortalError) -> Void
    ) async throws -> (error: PortalError?, looks: Int) {
        try await ScriptedServer.answering { request, _ in request.line.hasPrefix("GET") ? look : answer }.run {
            server in
            try await withPortal(at: server.address, token: "t") { portal in
                let error = await failure { () throws(PortalError) in try await change(portal.accessService) }
                return (error, server.requests.count { $0.line.hasPrefix("GET") })
            }
        }
    }

    @Test("A submission that is answered otherwise is one when the application says so", arguments: oddAnswers.indices)
    func submission(answer: Int) async throws {
        let odd = Self.oddAnswers[answer]
        func submit(_ look: ScriptedServer.Answer) async throws -> PortalError? {
            try await change(odd, then: look) { service throws(PortalError) in
                try await service.submit(ApplicationID(7))
            }.error
        }
        let refused = try #require(try await submit(HTTPText.json(Self.application())))
        #expect(refused.kind == .unreadableAnswer)
        #expect(refused.detail?.contains("still a draft there: it was not submitted") == true)
        #expect(refused.requestID != nil)
        #expect(try await submit(HTTPText.json(Self.application("submitted"))) == nil)
        #expect(try await submit(HTTPText.json(Self.application("approved"))) == nil)
        // Neither tells: it counts as lost.
        for look in [HTTPText.json(Self.application("returned")), HTTPText.answer("", status: "200 OK")] {
            #expect(try await submit(look)?.outcomeIsUnknown == true)
        }
    }

    @Test("The promised answer over a draft is no submission; where nothing can be asked it counts")
    func promised() async throws {
        func submit(_ look: ScriptedServer.Answer) async throws -> (error: PortalError?, looks: Int) {
            try await change(Self.done, then: look) { service throws(PortalError) in
                try await service.submit(ApplicationID(7))
            }
        }
        let over = try await submit(HTTPText.json(Self.application()))
        #expect(over.error?.kind == .unreadableAnswer && over.error?.outcomeIsUnknown == true)
        #expect(try await submit(HTTPText.json(Self.application("submitted"))).error == nil)
        let unasked = try await submit(HTTPText.answer("", status: "503 X"))
        #expect(unasked.error == nil && unasked.looks == 1, "it is asked once")
    }

    private typealias Change = @Sendable (AccessService) async throws(PortalError) -> Void

    /// Changes with what shows that they were made, and what shows that they were not.
    private static let changes: [(change: Change, made: String, not: String)] = {
        let id = ApplicationID(7)
        let field = FieldID(form: 1, field: "a")
        let lin = Member(id: "u2", name: "Lin", email: "lin@example.org")
        let nobody = application().replacing("lin@example.org", with: "x@example.org").replacing("u2", with: "u9")
        return [
            (
                { @Sendable service throws(PortalError) in try await service.accept(id, [3]) },
                application(accepted: true), application()
            ),
            (
                { @Sendable service throws(PortalError) in try await service.save(id, [field: .text("kept")]) },
                application(),
                application().replacing("kept", with: "older")
            ),
            (
                { @Sendable service throws(PortalError) in
                    try await service.invite(id, "Lin", "Lin@example.org")
                },
                application(), nobody
            ),
            (
                { @Sendable service throws(PortalError) in try await service.remove(id, lin) }, nobody,
                application()
            ),
            (
                { @Sendable service throws(PortalError) in try await service.cancel(id) },
                application("closed"), application()
            ),
            (
                { @Sendable service throws(PortalError) in try await service.changeDatasets(id, ["EGAD1"], nil)
                },
                application(), application().replacing("EGAD1", with: "EGAD2")
            ),
        ]
    }()

    @Test("Every other change is asked for where its answer is not the promised one", arguments: changes.indices)
    func others(index: Int) async throws {
        let (call, made, not) = Self.changes[index]
        for odd in Self.oddAnswers {
            #expect(try await change(odd, then: HTTPText.json(made), call).error == nil)
            #expect(try await change(odd, then: HTTPText.json(not), call).error?.kind == .unreadableAnswer)
        }
        let promised = try await change(Self.done, then: HTTPText.json(not), call)
        #expect(promised.error == nil && promised.looks == 0, "only a submission is looked at when all is well")
    }

    @Test("A draft is deleted when it is not there any more")
    func deletion() async throws {
        for odd in Self.oddAnswers {
            func delete(_ look: ScriptedServer.Answer) async throws -> PortalError? {
                try await change(odd, then: look) { service throws(PortalError) in
                    try await service.delete(ApplicationID(7))
                }.error
            }
            #expect(try await delete(HTTPText.json(#"{"title": "Not found"}"#, status: "404 X")) == nil)
            #expect(try await delete(HTTPText.json(Self.application()))?.detail?.contains("it was not deleted") == true)
        }
    }

    @Test("A copy and a file that are answered otherwise count as lost: nobody here can tell")
    func copies() async throws {
        let look = HTTPText.json(Self.application())
        for odd in Self.oddAnswers {
            let copied = try await change(odd, then: look) { service throws(PortalError) in
                _ = try await service.copyAsNew(ApplicationID(7))
            }
            #expect(copied.error?.outcomeIsUnknown == true)
            let attached = try await change(odd, then: look) { service throws(PortalError) in
                let file = FileContents(name: "a.txt", bytes: Data("x".utf8))
                _ = try await service.attach(ApplicationID(7), file, nil)
            }
            #expect(attached.error?.outcomeIsUnknown == true)
        }
    }

    @Test(
        "REMS has done what it says that it has, and what its application shows",
        arguments: [
            (#"{"success": true}"#, "submitted", true), (#"{"success": true}"#, "draft", false),
            ("{}", "submitted", true), ("{}", "draft", false), ("", "submitted", true), ("done", "draft", false),
        ])
    func rems(answer: String, state: String, isDone: Bool) async throws {
        let application = #"{"application/id": 7, "application/state": "application.state/\#(state)"}"#
        try await ScriptedServer.answering { request, _ in
            HTTPText.json(request.line.hasPrefix("GET") ? application : answer)
        }.run { server in
            let client = try PortalClient(
                PortalAddresses(discovery: server.address, access: server.address + "/api", accessDialect: .rems),
                secrets: ServiceSecrets(remsKey: Secret("k"), remsUser: "alice"))
            let error = await failure { () throws(PortalError) in
                try await client.accessService.submit(ApplicationID(7))
            }
            await client.shutdown()
            #expect((error == nil) == isDone)
            if !isDone { #expect(error?.outcomeIsUnknown == true) }
        }
    }

    @Test("A guide's request that stays a draft is not sent")
    func guide() async throws {
        let answers: [FieldID: FieldValue] = [
            GuideForm.purpose: .text("p"), GuideForm.organization: .text("o"),
            GuideForm.participants: .table([
                ["name": "n", "email": "n@e.org", "role": "analyst", "organization": "o"]
            ]),
        ]
        for (status, isSent) in [("draft", false), ("submitted", true), ("approved", true)] {
            try await ScriptedServer.answering { _, _ in HTTPText.json(#"{"id": "r1", "status": "\#(status)"}"#) }
                .run { server in
                    let client = try PortalClient(
                        PortalAddresses(
                            discovery: server.address, discoveryDialect: .guide, access: server.address,
                            accessDialect: .guide))
                    let error = await failure { () throws(PortalError) in
                        try await client.accessService.send(["d1"], answers)
                    }
                    await client.shutdown()
                    #expect((error == nil) == isSent)
                    if !isSent { #expect(error?.detail?.contains("it was not submitted") == true) }
                }
        }
    }
}
