import ArgumentParser
import Foundation
import PortalModel
import PortalServices

/// `portal login`: signs somebody in, for this profile, here and on the screen.
struct LoginCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in.",
        discussion: """
            Over SSH and where no browser is at hand by a code that is confirmed on another device, else by a browser. \
            Only confirm a code that you asked for yourself. A profile with a client secret needs no sign-in.
            """)

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    @Flag(help: "By a code, confirmed on any device.")
    var device = false

    @Flag(help: "By a browser that reaches this machine, or whose address is pasted here.")
    var loopback = false

    @Option(help: ArgumentHelp("Keep a ready token; - reads it from standard input.", valueName: "-"))
    var token: String?

    func validate() throws {
        guard [device, loopback, token != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--device, --loopback and --token exclude each other.")
        }
        guard token == nil || token == "-" else {
            throw ValidationError(
                "Give the token through standard input: --token - ; a command line can be seen by all.")
        }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let session = try portal.requiredSession()
            let output = CommandOutput()
            if token != nil {
                try await session.signIn(readyToken: try Self.readToken())
                output.say("The token is kept. Nobody can renew it: when it has ended, give another one.")
            } else {
                let account = try await signIn(at: session, portal.settings.environment, output)
                output.say("Signed in\(account.map { " as \($0.name)" } ?? "").")
            }
            if let problem = await session.storeProblem { throw CommandFailure(problem.sentence) }
        }
    }

    private static func readToken() throws -> Secret {
        let text = try CommandOutput.standardInput()
        guard text.utf8.count <= 100_000, let token = Secret(readyToken: text) else {
            throw CommandFailure(
                "Standard input holds no token, or signs that no token has. Nothing was kept or changed.", .usage)
        }
        return token
    }

    private func signIn(
        at session: Session, _ environment: Environment, _ output: CommandOutput
    ) async throws -> Account? {
        let isRemote = environment.isOverSSH || !environment.hasDisplay
        let way: LoginWay = device ? .device : loopback ? .browser : isRemote ? .device : .browser
        do throws(LoginFailure) {
            return try await signIn(at: session, way, output)
        } catch {
            guard case .unsupported = error, !device, !loopback else { throw error }
            output.say("\(error.sentence) Trying the other way.")
            return try await signIn(at: session, way.other, output)
        }
    }

    private func signIn(
        at session: Session, _ way: LoginWay, _ output: CommandOutput
    ) async throws(LoginFailure) -> Account? {
        if way == .browser { readPastedAddresses(for: session) }
        return try await session.signIn(way) { prompt in
            let output = CommandOutput()
            switch prompt {
            case .device(let device):
                output.say("Open \(device.address) on any device and type the code \(device.code)")
                if let address = device.completeAddress { output.say("or open \(address)") }
                if let note = device.note { output.say(note.sentence) }
                output.say("Only go on there if you started this yourself. Waiting; ^C stops.")
            case .browser(let browser):
                output.say("Open this address in a browser:\n\(browser.address)")
                if let tunnel = browser.tunnel {
                    output.say("A browser on another machine reaches this one after: \(tunnel)")
                }
                output.say("Or paste the address that the browser was sent to here, and press Enter. ^C stops.")
            }
        }
    }

    /// Reads on a thread of its own, which ends with the program: at a terminal and out of a pipe.
    private func readPastedAddresses(for session: Session) {
        Thread.detachNewThread {
            while let text = PastedAddress.next(from: STDIN_FILENO) {
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                Task {
                    do throws(LoginFailure) {
                        try await session.paste(text)
                    } catch {
                        CommandOutput().say("\(error.sentence) \(error.advice)")
                    }
                }
            }
        }
    }
}

extension CommandPortal {
    /// - Throws: why nobody can sign in here.
    func requiredSession() throws(CommandFailure) -> Session {
        if let session = portal.login.session { return session }
        if profile.place == .demo { throw CommandFailure("At the demo portal you are signed in already, as Ada.") }
        if settings.environment["PORTAL_TOKEN"] != nil {
            throw CommandFailure("PORTAL_TOKEN signs you in: unset it to sign in otherwise, or to be signed out.")
        }
        if portal.login.issuer != nil {
            throw CommandFailure("This profile calls as a service, with a client secret: nobody signs in or out.")
        }
        throw CommandFailure(
            "This portal is configured without a place to sign in. Add identity: {issuer: URL, client: ID} to its "
                + "profile, or give --issuer and --client-id.", .usage)
    }
}

/// `portal logout`.
struct LogoutCommand: PortalSubcommand {
    package static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Sign out: revoke the tokens, end the session, remove what was kept.")

    @OptionGroup(title: "Which portal") package var portal: PortalFlags

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            guard try await portal.requiredSession().status().isSignedIn else {
                return CommandOutput().say("Nobody is signed in here.")
            }
            let report = await portal.portal.signOut()
            let output = CommandOutput()
            for problem in report.problems { output.say(problem.sentence) }
            if case .failed = report.removed { throw CommandFailure("You are not signed out here.") }
            output.say("Signed out.")
        }
    }
}
