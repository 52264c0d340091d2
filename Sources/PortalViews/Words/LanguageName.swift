import PortalModel

/// Languages by their names, as far as portals' licences come in them.
package enum LanguageName {
    private static let english = [
        "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
        "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian",
        "hu": "Hungarian", "is": "Icelandic", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese",
        "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
        "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish",
    ]

    private static let german = [
        "bg": "Bulgarisch", "cs": "Tschechisch", "da": "Dänisch", "de": "Deutsch", "el": "Griechisch", "en": "Englisch",
        "es": "Spanisch", "et": "Estnisch", "fi": "Finnisch", "fr": "Französisch", "ga": "Irisch", "hr": "Kroatisch",
        "hu": "Ungarisch", "is": "Isländisch", "it": "Italienisch", "lt": "Litauisch", "lv": "Lettisch",
        "mt": "Maltesisch", "nb": "Norwegisch", "nl": "Niederländisch", "no": "Norwegisch", "pl": "Polnisch",
        "pt": "Portugiesisch", "ro": "Rumänisch", "sk": "Slowakisch", "sl": "Slowenisch", "sv": "Schwedisch",
    ]

    /// The code itself where the name is not known.
    package static func text(_ code: String, in language: Language = .english) -> String {
        (language == .german ? german : english)[String(code.prefix(2)).lowercased()] ?? code
    }
}
