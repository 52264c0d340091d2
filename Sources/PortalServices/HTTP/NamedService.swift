import NIOCore
import NIOSSL

/// Whom a certificate has to name: the host of an address, as it stands there.
///
/// A name is held against DNS names alone, an address in numbers against IP addresses alone (RFC 9110, section 4.3.4;
/// RFC 9525, section 6). The TLS library also takes a certificate that names the machine it is connected to, whatever
/// name was asked for: whoever turns a name to his own machine would need no more than a certificate for its number.
/// Who vouches for a certificate, and until when, stays the library's to say.
struct NamedService: Hashable, Sendable {
    /// Without brackets, as it stands in the address.
    let host: String
    /// Nil for a name.
    private let address: NumericAddress?

    /// - Parameter host: of an address, with brackets around numbers of IPv6 or without.
    init(_ host: String) {
        self.host = host.filter { $0 != "[" && $0 != "]" }
        address = NumericAddress(host)
    }

    /// What the library is told: servers are not told numbers (RFC 6066, section 3).
    var serverName: String? { isNumber ? nil : host }

    /// Whether the host is an IP address in numbers.
    var isNumber: Bool { address != nil }

    /// - Throws: when the certificate is somebody else's.
    func check(_ certificate: NIOSSLCertificate) throws(CertificateProblem) {
        guard isNamed(by: certificate) else { throw .otherName(than: host) }
    }

    private func isNamed(by certificate: NIOSSLCertificate) -> Bool {
        let names = certificate._subjectAlternativeNames()
        if let address {
            return names.contains { $0.nameType == .ipAddress && $0.contents.elementsEqual(address.bytes) }
        }
        // With no such names the library has held the host against the subject, and never a number.
        guard !names.isEmpty else { return true }
        return names.contains { $0.nameType == .dnsName && Self.covers(Array($0.contents), host) }
    }

    /// - Parameter pattern: a DNS name, whose first label may be an asterisk for any other.
    static func covers(_ pattern: [UInt8], _ host: String) -> Bool {
        let (pattern, host) = (plain(pattern), plain(Array(host.utf8)))
        guard !host.isEmpty, pattern != host else { return !host.isEmpty }
        guard pattern.starts(with: Array("*.".utf8)), let dot = host.firstIndex(of: UInt8(ascii: ".")), dot > 0 else {
            return false
        }
        return pattern.dropFirst() == host[dot...]
    }

    /// In lower case as far as that counts in names, without the dot that may end one.
    private static func plain(_ name: [UInt8]) -> [UInt8] {
        let lower = name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return lower.last == UInt8(ascii: ".") ? lower.dropLast() : lower
    }

    // MARK: - At a connection

    /// - Parameter isTunnelled: whether a proxy stands in between: the library knows no other address than the proxy's,
    ///   and would hold a number against that. What is said here is then all that is said of the name.
    func trust(_ tls: TLSConfiguration, isTunnelled: Bool) -> TLSConfiguration {
        var tls = tls
        if isTunnelled, isNumber { tls.certificateVerification = .noHostnameVerification }
        return tls
    }

    /// - Parameter channel: whose TLS is agreed on, with nothing sent yet.
    /// - Returns: what fails, and has closed the channel, when the certificate is somebody else's.
    func admitted(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.nioSSL_peerCertificate().flatMapThrowing { certificate in
            guard let certificate else { throw CertificateProblem.otherName(than: host) }
            try check(certificate)
        }.flatMapErrorThrowing { error in
            // Behind the word that there is no connection: one that closes before it counts as one that broke off.
            channel.eventLoop.execute { channel.close(promise: nil) }
            throw error
        }
    }

    /// TLS for a connection that is made by hand, which is not up before the certificate was looked at.
    func securing(_ tls: NIOSSLContext) throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler._makeSSLClientHandler(context: tls, serverHostname: serverName) {
            certificate, channel in
            channel.eventLoop.makeCompletedFuture { try check(certificate) }
        }
    }
}
