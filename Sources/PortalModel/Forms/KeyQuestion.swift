/// Whether a field of a form asks for the public key that data is to be encrypted for (Crypt4GH).
///
/// Careful rather than clever, as `PersonalQuestion`: a key for signing in or for mail is another one.
struct KeyQuestion: Equatable {
    /// A field of several lines takes the key as it stands in a file.
    var hasLines: Bool

    /// Nil where a field asks for something else.
    init?(_ field: FormField) {
        guard field.type == .text || field.type == .multilineText else { return nil }
        let labels = ([field.id.field] + field.title.variants.map(\.text)).map(Self.plain)
        guard !labels.contains(where: { label in Self.others.contains { label.contains($0) } }) else { return nil }
        guard labels.contains(where: { label in Self.names.contains { label.contains($0) } }) else { return nil }
        hasLines = field.type == .multilineText
    }

    /// In lower case, with blanks between words, however they are joined.
    private static func plain(_ label: String) -> String {
        let spaced = label.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
        return " " + String(spaced).split(separator: " ").joined(separator: " ") + " "
    }

    /// The format by its names, and a public key, by language: en, de, fr, es, it, pt, nl, sv, fi.
    private static let names = [
        "crypt4gh", "c4gh", " public key ", " publickey ", " öffentlicher schlüssel ", " öffentlichen schlüssel ",
        " clé publique ", " clave pública ", " chiave pubblica ", " chave pública ", " publieke sleutel ",
        " publik nyckel ", " öppen nyckel ", " julkinen avain ",
    ]

    private static let others = [
        " ssh ", "pgp", "gpg", " secret ", " private ", " privater ", " geheimer ", " api ", " tls ", " x509 ",
        " smime ", " fingerprint ", " url ", " link ",
    ]

    func answer(from key: DataKey) -> String { hasLines ? key.text : key.line }
}
