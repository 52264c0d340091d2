import FoundationEssentials
import JSONStream
import PortalDomain

/// Signing in by a code that is confirmed on another device (RFC 8628).
struct DeviceLogin: Sendable {
    let prompt: DevicePrompt
    private let provider: IdentityProvider
    private let deviceCode: Secret
    private let proof: ProofKey?
    private let polling: DevicePolling

    /// Asks for a code.
    static func begin(with provider: IdentityProvider) async throws(LoginFailure) -> DeviceLogin {
        guard let endpoint = provider.metadata.device else { throw .unsupported(.device) }
        let proof = provider.metadata.takesChallenge ? ProofKey() : nil
        do throws(IdentityFailure) {
            return try await begin(at: endpoint, provider, proof)
        } catch {
            // RFC 8628 knows no challenge: a strict service may trip over it.
            guard case .refused(let refusal) = error, proof != nil, refusal.code == "invalid_request" else {
                throw failure(error)
            }
            do throws(IdentityFailure) {
                return try await begin(at: endpoint, provider, nil)
            } catch {
                throw failure(error)
            }
        }
    }

    private static func failure(_ error: IdentityFailure) -> LoginFailure {
        guard case .refused(let refusal) = error else { return LoginFailure(error.error(operation)) }
        // Realms that have the endpoint and do not let this client use it.
        switch (refusal.code, refusal.status) {
        case ("unauthorized_client", _), ("unsupported_grant_type", _), (_, 404), (_, 405):
            return .unsupported(.device)
        default: return .failed(refusal.error(operation))
        }
    }

    private static let operation = "asking for a sign-in code"

    private static func begin(
        at endpoint: String, _ provider: IdentityProvider, _ proof: ProofKey?
    ) async throws(IdentityFailure) -> DeviceLogin {
        var form = [("scope", provider.settings.scope)]
        if let proof { form += [("code_challenge", proof.challenge), ("code_challenge_method", ProofKey.method)] }
        let answer = try await provider.post(endpoint, form: form, operation: operation)
        let json = answer.json
        // Google and others wrote it `_url` before the standard was done.
        guard let deviceCode = json["device_code"].text, let code = json["user_code"].text,
            let address = json["verification_uri"].text ?? json["verification_url"].text
        else {
            throw .unavailable(
                PortalError(
                    .unreadableAnswer, operation: operation,
                    because: .signIn(answer.page ?? .noCodeGiven)))
        }
        let allowsInsecure = provider.http.options.allowsInsecureHTTP
        let checked: VerificationAddress
        do throws(VerificationAddress.Refusal) {
            checked = try VerificationAddress(address, allowsInsecure: allowsInsecure)
        } catch {
            throw .unavailable(
                PortalError(
                    .unreadableAnswer, operation: operation, because: .signIn(.unsafeAddress(error.fault))))
        }
        // It goes into a picture that nobody can read: the same host, or none.
        let complete = json["verification_uri_complete"].text
            .flatMap { try? VerificationAddress($0, allowsInsecure: allowsInsecure) }
        let now = provider.clock.now()
        let expires = now.addingTimeInterval(json["expires_in"].seconds(atMost: Self.longestLife) ?? 600)
        return DeviceLogin(
            prompt: DevicePrompt(
                code: code, address: checked.text,
                completeAddress: complete?.host == checked.host ? complete?.text : nil, expires: expires,
                note: checked.note(issuer: provider.metadata.issuer)),
            provider: provider, deviceCode: Secret(deviceCode), proof: proof,
            polling: DevicePolling(
                interval: json["interval"].seconds(atMost: Self.longestLife), expires: expires, begun: now))
    }

    /// In seconds: a day, longer than any code lives.
    private static let longestLife: TimeInterval = 86_400

    /// Waits until the person has confirmed or refused, or the code has ended. Ends with the task.
    func tokens() async throws(LoginFailure) -> TokenAnswer {
        var polling = polling
        var form = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", deviceCode.reveal()),
        ]
        if let proof { form.append(("code_verifier", proof.verifier.reveal())) }
        while true {
            try await pause(polling.pause(at: provider.clock.now()))
            polling.asked(at: provider.clock.now())
            do throws(IdentityFailure) {
                return try await provider.tokens(form, operation: "waiting for the confirmation")
            } catch {
                let now = provider.clock.now()
                let ending =
                    switch error {
                    case .refused(let refusal): polling.refused(refusal, at: now)
                    case .unavailable(let error): polling.failed(error, at: now)
                    }
                if let ending { throw ending }
            }
        }
    }

    private func pause(_ seconds: TimeInterval) async throws(LoginFailure) {
        do {
            try await provider.clock.sleep(.milliseconds(Int64(seconds * 1000)))
            try Task.checkCancellation()
        } catch {
            throw .cancelled
        }
    }
}

extension LoginFailure {
    init(_ error: PortalError) { self = error.kind == .cancelled ? .cancelled : .failed(error) }
}
