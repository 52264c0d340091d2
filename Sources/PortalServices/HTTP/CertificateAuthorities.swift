import NIOSSL
import PortalModel

/// Certificate authorities that are trusted besides the machine's own.
public enum CertificateAuthorities {
    /// Throws `.local` with the reason when the file holds no certificates in PEM form.
    public static func check(file: String) throws(PortalError) {
        let count: Int
        do {
            count = try NIOSSLCertificate.fromPEMFile(file).count
        } catch {
            count = 0
        }
        guard count > 0 else {
            throw PortalError(
                .local, operation: "reading the certificate authorities",
                detail: "\(file) cannot be read or holds no certificates. A file in PEM form is needed.")
        }
    }
}
