import FoundationEssentials
import JSONStream
import Passport
import PortalDomain

/// Fetches a person's visas from whoever hands them out, and the keys of trusted issuers, and has them judged.
///
/// What is fetched is never logged: visas are personal, and whoever holds one may show it.
public final class PassportDesk: Sendable {
    private let settings: PassportSettings
    private let credentials: Credentials
    private let isLocal: Bool
    private let signIn: IdentityHTTP
    private let issuers: IdentityHTTP
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - credentials: what user info is asked with.
    ///   - isLocal: the portal itself is on this machine, over plain HTTP.
    ///   - now: this machine's clock.
    public init(
        _ settings: PassportSettings, credentials: Credentials, isLocal: Bool, options: ConnectionOptions,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.settings = settings
        self.credentials = credentials
        self.isLocal = isLocal
        self.now = now
        signIn = IdentityHTTP(options: options)
        issuers = IdentityHTTP(options: options, service: .issuer)
    }

    /// Ends connections. To be called once, at the end.
    public func shutdown() async {
        await signIn.shutdown()
        await issuers.shutdown()
    }

    /// Hands out visas: all of them, or why none can be had.
    public typealias Source = @Sendable () async throws(PortalError) -> [SignedVisa]

    /// The passport of whoever is signed in.
    ///
    /// - Parameters:
    ///   - userInfo: the sign-in service's own endpoint, asked where the settings have none; nil where no broker is asked.
    ///   - permissions: those of a REMS.
    /// - Throws: where nobody could be asked.
    public func report(
        userInfo: (@Sendable () async throws(PortalError) -> String?)?, permissions: Source?
    ) async throws(PortalError) -> PassportReport {
        var given: [VisaBundle.Given] = []
        var report = PassportReport()
        var answered = false
        var last: PortalError?
        func ask(_ origin: PassportOrigin, _ source: Source) async throws(PortalError) {
            do throws(PortalError) {
                let visas = try await source()
                answered = true
                // A broker hands on what a REMS gave it.
                for visa in visas where !given.contains(where: { $0.isOf(visa) }) {
                    given.append(VisaBundle.Given(visa, from: origin))
                }
            } catch {
                guard error.kind != .cancelled else { throw error }
                last = error
                report.failures.append(.init(origin, error.why))
            }
        }
        if let permissions { try await ask(.rems, permissions) }
        if let userInfo {
            try await ask(.broker) { () async throws(PortalError) in try await self.ofBroker(userInfo) }
        }
        guard answered else {
            throw last
                ?? PortalError(
                    .unsupported, operation: Self.operation, because: .passport(.notSetUp), feature: .passport)
        }
        let bundle = VisaBundle(given, trust: VisaTrust(settings.issuers))
        report.visas = bundle.judged(by: await keys(at: bundle.keyAddresses), at: now())
        return report
    }

    // MARK: - User info

    private func ofBroker(
        _ known: @Sendable () async throws(PortalError) -> String?
    ) async throws(PortalError) -> [SignedVisa] {
        guard let token = try await credentials.token() else {
            throw PortalError(.signedOut, operation: Self.operation, because: .passport(.nobodySignedIn))
        }
        var address = settings.userInfo
        if address == nil { address = try await known() }
        guard let address else {
            throw PortalError(.notFound, operation: Self.operation, because: .passport(.noUserInfo))
        }
        let claims = try await claims(at: address, token: try await brokerToken(token))
        guard case .array(let visas) = claims["ga4gh_passport_v1"] else { return [] }
        // What is no text is no visa, and is told as one that cannot be read.
        return visas.prefix(VisaBundle.mostVisas * 2).map { value in
            if case .string(let text) = value { SignedVisa(text) } else { SignedVisa("") }
        }
    }

    private func brokerToken(_ token: Secret) async throws(PortalError) -> Secret {
        guard let broker = settings.broker else { return token }
        let answer = try await asked(token) { (token) async throws(PortalError) in
            try await self.signIn.get(broker, operation: Self.operation, authorization: Self.bearer(token))
        }
        guard answer.status != 403 else {
            throw PortalError(.forbidden, operation: Self.operation, because: .passport(.brokerRefuses))
        }
        try Self.check(answer)
        guard let given = answer.json["access_token"].text else {
            throw PortalError(.unreadableAnswer, operation: Self.operation, because: .signIn(answer.page ?? .noToken))
        }
        return Secret(given)
    }

    /// OpenID Connect Core 5.3.1 has GET and POST; LS-AAI is asked by POST, and some know one of them only.
    private func claims(at address: String, token: Secret) async throws(PortalError) -> JSONValue {
        let answer = try await asked(settings.broker == nil ? token : nil, or: token) {
            (token) async throws(PortalError) in
            let answer = try await self.signIn.get(
                address, operation: Self.operation, authorization: Self.bearer(token))
            guard answer.status == 405 else { return answer }
            return try await self.signIn.post(
                address, form: [], operation: Self.operation, authorization: Self.bearer(token))
        }
        guard answer.status != 404 else {
            throw PortalError(
                .notFound, operation: Self.operation, because: .passport(.userInfoMissing(address: address)))
        }
        try Self.check(answer)
        guard case .object = answer.json else {
            throw PortalError(
                .unreadableAnswer, operation: Self.operation,
                because: answer.page.map { .signIn($0) } ?? .answer(.anotherShape))
        }
        return answer.json
    }

    private func asked(
        _ token: Secret, _ call: (Secret) async throws(PortalError) -> IdentityAnswer
    ) async throws(PortalError) -> IdentityAnswer {
        try await asked(token, or: token, call)
    }

    /// A token that is refused is replaced once, where it is one of this program's own.
    private func asked(
        _ own: Secret?, or token: Secret, _ call: (Secret) async throws(PortalError) -> IdentityAnswer
    ) async throws(PortalError) -> IdentityAnswer {
        let answer = try await call(own ?? token)
        guard answer.status == 401, let own, let other = try await credentials.replacement(own) else { return answer }
        return try await call(other)
    }

    private static func check(_ answer: IdentityAnswer) throws(PortalError) {
        guard !answer.isSuccess else { return }
        guard answer.status != 401 else { throw PortalError(.signedOut, operation: operation) }
        throw IdentityFailure(answer, operation: operation).error(operation)
    }

    private static func bearer(_ token: Secret) -> String { "Bearer \(token.reveal())" }

    static let operation = "loading your passport"

    // MARK: - Keys

    /// All at once: an issuer that does not answer holds up no other.
    private func keys(at addresses: [String]) async -> VisaBundle.Keys {
        await withTaskGroup(of: (String, Result<KeySet, VisaBundle.KeysFailure>).self) { group in
            for address in addresses {
                group.addTask { (address, await self.keySet(at: address)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func keySet(at address: String) async -> Result<KeySet, VisaBundle.KeysFailure> {
        guard FetchedAddress.isFit(address, isLocal: isLocal) else {
            return .failure(.init(.passport(.addressRefused(address))))
        }
        let operation = "fetching an issuer's keys"
        do throws(PortalError) {
            // Without a token: they are for everybody.
            let answer = try await issuers.get(address, operation: operation)
            guard answer.isSuccess else { throw IdentityFailure(answer, operation: operation).error(operation) }
            guard let set = KeySet(answer.json) else {
                throw PortalError(.unreadableAnswer, operation: operation, because: .answer(.anotherShape))
            }
            return .success(set)
        } catch {
            return .failure(.init(error.why))
        }
    }
}
