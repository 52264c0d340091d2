import FoundationEssentials
import PortalDomain

/// Signing in with a browser: authorization code with PKCE (RFC 7636), which comes back to a loopback port (RFC 8252)
/// or as the address that a person pastes. Whichever is first ends both.
struct BrowserLogin: Sendable {
    let prompt: BrowserPrompt
    private let provider: IdentityProvider
    private let listener: LoopbackListener?
    private let attempt: Attempt
    private let arrivals: AsyncStream<RedirectAnswer>
    private let arrive: AsyncStream<RedirectAnswer>.Continuation

    /// What ties an answer to this login.
    struct Attempt: Sendable {
        let state = Secret.random(bytes: 16)
        let nonce = Secret.random(bytes: 16)
        let proof = ProofKey()
        var redirect: String
    }

    /// The nonce that the ID token has to hold.
    var nonce: Secret { attempt.nonce }

    /// How long the browser is waited for, in seconds.
    static let patience: TimeInterval = 600

    /// Listens and makes the address to open.
    static func begin(with provider: IdentityProvider) async throws(LoginFailure) -> BrowserLogin {
        guard let endpoint = provider.metadata.authorization else { throw .unsupported(.browser) }
        let (arrivals, arrive) = AsyncStream.makeStream(of: RedirectAnswer.self)
        var attempt = Attempt(redirect: "")
        let state = attempt.state
        let wanted = provider.settings.redirectPort ?? 0
        let listener = try? await LoopbackListener.start(port: wanted) { target in
            let answer = RedirectAnswer(target: target)
            // Another state is another page's doing: it neither ends this login nor gets the page.
            guard answer.state == state.reveal() else { return false }
            arrive.yield(answer)
            return true
        }
        // Without a port of its own the address can still be pasted; it only has to be one that the issuer knows.
        attempt.redirect = "http://127.0.0.1:\(listener?.port ?? wanted)\(LoopbackListener.path)"
        let prompt = BrowserPrompt(
            address: address(endpoint, attempt, provider), port: listener?.port, host: ProcessInfo.processInfo.hostName,
            expires: provider.clock.now().addingTimeInterval(patience))
        return BrowserLogin(
            prompt: prompt, provider: provider, listener: listener, attempt: attempt, arrivals: arrivals,
            arrive: arrive)
    }

    private static func address(_ endpoint: String, _ attempt: Attempt, _ provider: IdentityProvider) -> String {
        let query = IdentityHTTP.encoded([
            ("response_type", "code"), ("client_id", provider.settings.clientID),
            ("redirect_uri", attempt.redirect), ("scope", provider.settings.scope),
            ("state", attempt.state.reveal()), ("nonce", attempt.nonce.reveal()),
            ("code_challenge", attempt.proof.challenge), ("code_challenge_method", ProofKey.method),
        ])
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    /// Takes the address that a person copied from the browser.
    ///
    /// - Throws: `.notTheAnswer`; the login goes on.
    func paste(_ text: String) throws(LoginFailure) {
        guard let answer = RedirectAnswer(pasted: text) else {
            throw .notTheAnswer(.nothingPasted)
        }
        guard answer.state == attempt.state.reveal() else {
            throw .notTheAnswer(.otherSignIn)
        }
        arrive.yield(answer)
    }

    /// Waits for the browser and redeems the code. Ends with the task.
    func tokens() async throws(LoginFailure) -> TokenAnswer {
        defer {
            listener?.stop()
            arrive.finish()
        }
        let code = try await answer().code(state: attempt.state, issuer: provider.metadata)
        do throws(IdentityFailure) {
            return try await provider.tokens(
                [
                    ("grant_type", "authorization_code"), ("code", code.reveal()),
                    ("redirect_uri", attempt.redirect), ("code_verifier", attempt.proof.verifier.reveal()),
                ], operation: "redeeming the sign-in")
        } catch {
            throw LoginFailure(error.error("redeeming the sign-in"))
        }
    }

    private func answer() async throws(LoginFailure) -> RedirectAnswer {
        let (arrivals, clock, expires) = (arrivals, provider.clock, prompt.expires)
        let answer = await withTaskGroup(of: RedirectAnswer?.self) { group in
            defer { group.cancelAll() }
            group.addTask { await arrivals.first { _ in true } }
            group.addTask {
                try? await clock.sleep(.seconds(expires.timeIntervalSince(clock.now())))
                return nil
            }
            return await group.next() ?? nil
        }
        guard let answer else { throw Task.isCancelled ? .cancelled : .expired }
        return answer
    }
}
