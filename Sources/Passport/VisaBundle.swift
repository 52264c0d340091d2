import FoundationEssentials
import JSONStream
import PortalDomain

/// Visas as they were handed out: read, and judged when the keys are there. One bad visa hides no other.
public struct VisaBundle: Sendable {
    /// What was handed out, and by whom.
    public struct Given: Sendable {
        var signed: SignedVisa
        var origin: PassportOrigin

        public init(_ signed: SignedVisa, from origin: PassportOrigin) {
            self.signed = signed
            self.origin = origin
        }

        /// Whether it is the same visa, to the letter.
        public func isOf(_ other: SignedVisa) -> Bool { signed == other }
    }

    /// Key sets that could be had, and why others could not, by their addresses.
    public typealias Keys = [String: Result<KeySet, KeysFailure>]

    /// Why an issuer's keys could not be had.
    public struct KeysFailure: Error, Sendable {
        var reason: Reason

        public init(_ reason: Reason) { self.reason = reason }
    }

    private var entries: [VisaEntry]
    private let trust: VisaTrust
    /// Where keys are to be fetched: of trusted issuers only, each once, in the order of the visas.
    public let keyAddresses: [String]

    /// More are named and not read.
    public static let mostVisas = 200
    /// Of more issuers no keys are fetched.
    public static let mostKeySets = 10

    /// - Parameter trust: whose visas are believed.
    public init(_ given: [Given], trust: VisaTrust) {
        entries = given.enumerated().map { index, given in
            VisaEntry(given.signed, given.origin, isBeyond: index >= Self.mostVisas)
        }
        self.trust = trust
        var addresses: [String] = []
        for entry in entries {
            guard let address = try? entry.keyAddress(trust), !addresses.contains(address) else { continue }
            addresses.append(address)
        }
        keyAddresses = Array(addresses.prefix(Self.mostKeySets))
    }

    /// All of them, each with what looking at it came to.
    ///
    /// - Parameters:
    ///   - keys: what was found at `keyAddresses`.
    ///   - now: this machine's clock, which may be a minute off.
    public func judged(by keys: Keys, at now: Date) -> [Visa] {
        entries.map { entry in
            var visa = entry.visa
            visa.verdict = verdict(on: entry, by: keys, at: now)
            return visa
        }
    }

    private func verdict(on entry: VisaEntry, by keys: Keys, at now: Date) -> VisaVerdict {
        do throws(PassportReason) {
            try entry.check(trust, keys, at: now)
            return .checked
        } catch {
            switch error {
            case .issuerNotTrusted, .keysNotHad, .tooManyIssuers: return .notChecked(error)
            default: return .failed(error)
            }
        }
    }
}

/// A visa that was read as far as that was possible.
struct VisaEntry: Sendable {
    let visa: Visa
    private let signed: Data
    private let signature: Data
    private let algorithm: VisaAlgorithm?
    /// Why it does not count, whatever its signature is.
    private let fault: PassportReason?

    init(_ text: SignedVisa, _ origin: PassportOrigin, isBeyond: Bool) {
        func unread(_ reason: PassportReason) -> Visa {
            Visa(verdict: .failed(reason), origin: origin, signed: text)
        }
        do throws(PassportReason) {
            guard !isBeyond else { throw .tooMany }
            let jws = try CompactJWS(text.reveal())
            let visa = Visa(jws, origin, text)
            self.visa = visa
            (signed, signature) = (jws.signed, jws.signature)
            algorithm = visa.algorithm.flatMap(VisaAlgorithm.init)
            fault = Self.fault(of: visa, jws.header)
        } catch {
            visa = unread(error)
            (signed, signature, algorithm, fault) = (Data(), Data(), nil, error)
        }
    }

    /// What is wrong with it as it stands.
    private static func fault(of visa: Visa, _ header: JSONValue) -> PassportReason? {
        guard let algorithm = visa.algorithm else { return .malformed }
        guard VisaAlgorithm(rawValue: algorithm) != nil else { return .algorithm(name: String(algorithm.prefix(20))) }
        // What must be understood and is not (RFC 7515, 4.1.11).
        guard header["crit"] == .null, header["b64"] == .null else { return .algorithm(name: algorithm) }
        let needed = [
            ("iss", visa.issuer != nil), ("sub", visa.subject != nil), ("iat", visa.issued != nil),
            ("exp", visa.expires != nil), ("type", visa.kind != .unknown), ("value", !visa.value.isEmpty),
            ("source", visa.source != nil), ("asserted", visa.asserted != nil),
            ("by", visa.by != nil || visa.kind != .controlledAccessGrants),
        ]
        return needed.first { !$0.1 }.map { .lacks(claim: $0.0) }
    }

    func keyAddress(_ trust: VisaTrust) throws(PassportReason) -> String {
        if let fault { throw fault }
        return try trust.keys(of: visa.issuer ?? "", at: visa.keyAddress)
    }

    func check(_ trust: VisaTrust, _ keys: VisaBundle.Keys, at now: Date) throws(PassportReason) {
        guard case let address = try keyAddress(trust), let algorithm else { throw .malformed }
        switch keys[address] {
        case nil: throw .tooManyIssuers
        case .failure(let failure): throw .keysNotHad(failure.reason)
        case .success(let set):
            let candidates = set.candidates(id: visa.keyID, algorithm)
            guard !candidates.isEmpty else { throw .keyUnknown }
            guard candidates.contains(where: { $0.verifies(signature, of: signed) }) else { throw .signature }
        }
        try checkTimes(at: now)
        guard !visa.hasConditions else { throw .conditions }
    }

    /// In seconds: clocks differ.
    static let tolerance: TimeInterval = 60

    private func checkTimes(at now: Date) throws(PassportReason) {
        let (early, late) = (now.addingTimeInterval(-Self.tolerance), now.addingTimeInterval(Self.tolerance))
        guard let expires = visa.expires, expires > early else { throw .expired }
        guard let issued = visa.issued, issued < late else { throw .notYet }
        guard let asserted = visa.asserted, asserted < late else { throw .decidedLater }
    }
}

extension Visa {
    /// The claims of GA4GH Passport v1. Older issuers write `iat` and `exp` into the visa itself.
    fileprivate init(_ jws: CompactJWS, _ origin: PassportOrigin, _ signed: SignedVisa) {
        let (header, claims) = (jws.header, jws.claims)
        let inner = claims["ga4gh_visa_v1"]
        func said(_ value: JSONValue) -> String? { value.string.flatMap { $0.isEmpty ? nil : $0 } }
        let conditions = inner["conditions"]
        self.init(
            kind: VisaKind(rawValue: inner["type"].string ?? ""), value: inner["value"].string ?? "",
            source: said(inner["source"]), by: said(inner["by"]), issuer: said(claims["iss"]),
            subject: said(claims["sub"]), id: said(claims["jti"]), asserted: inner["asserted"].moment,
            issued: claims["iat"].moment ?? inner["iat"].moment, expires: claims["exp"].moment ?? inner["exp"].moment,
            hasConditions: conditions != .null && conditions != .array([]), keyAddress: said(header["jku"]),
            keyID: said(header["kid"]), algorithm: said(header["alg"]), verdict: .notChecked(.issuerNotTrusted),
            origin: origin, signed: signed)
    }
}
