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
            throw ValidationError(SignInCommandWords.oneWay)
        }
        guard token == nil || token == "-" else {
            throw ValidationError(SignInCommandWords.tokenByInput)
        }
    }

    func perform() async throws {
        try await CommandPortal.with(portal) { portal in
            let session = try portal.requiredSession()
            let output = CommandOutput()
            if token != nil {
                try await session.signIn(readyToken: try Self.readToken())
                output.say(SignInCommandWords.tokenKept)
            } else {
                let account = try await signIn(at: session, portal.settings.environment, output)
                output.say(SignInCommandWords.signedIn(name: account?.name))
            }
            if let problem = await session.storeProblem { throw CommandFailure(problem) }
        }
    }

    private static func readToken() throws -> Secret {
        let text = try CommandOutput.standardInput()
        guard text.utf8.count <= 100_000, let token = Secret(readyToken: text) else {
            throw CommandFailure(SignInCommandWords.noToken, .usage)
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
            output.say(SignInCommandWords.tryingOtherWay(error))
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
                output.say(SignInCommandWords.openAndType(address: device.address, code: device.code))
                if let address = device.completeAddress { output.say(SignInCommandWords.orOpen(address: address)) }
                if let note = device.note { output.say(note) }
                output.say(SignInCommandWords.onlyYours)
            case .browser(let browser):
                output.say(SignInCommandWords.openInBrowser(address: browser.address))
                if let tunnel = browser.tunnel {
                    output.say(SignInCommandWords.tunnel(command: tunnel))
                }
                output.say(SignInCommandWords.orPaste)
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
                        CommandOutput().say(SignInCommandWords.pasteRefused(error))
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
        if profile.place == .demo { throw CommandFailure(SignInCommandWords.demo) }
        if settings.environment["PORTAL_TOKEN"] != nil {
            throw CommandFailure(SignInCommandWords.byVariable)
        }
        if portal.login.issuer != nil {
            throw CommandFailure(SignInCommandWords.asService)
        }
        throw CommandFailure(SignInCommandWords.noPlace, .usage)
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
                return CommandOutput().say(SignInCommandWords.nobody)
            }
            let report = await portal.portal.signOut()
            let output = CommandOutput()
            for problem in report.problems { output.say(problem) }
            if case .failed = report.removed { throw CommandFailure(SignInCommandWords.stillSignedIn) }
            output.say(SignInCommandWords.signedOut)
        }
    }
}
