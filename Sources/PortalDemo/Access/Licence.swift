import Foundation

/// Terms that an applicant accepts before submitting.
struct Licence: Sendable {
    enum Terms: Sendable {
        case text(LocalText)
        case link(LocalText)
        case attachments([LicenceFile])
    }

    let id: Int
    let title: LocalText
    let terms: Terms

    /// To be read in a file that comes with the application.
    static let processingAgreement = Licence(
        id: 3,
        title: LocalText(en: "Agreement on processing", fr: "Accord de traitement"),
        terms: .attachments(LicenceFile.processingAgreement))

    static let responsibleSharing = Licence(
        id: 2,
        title: LocalText(
            en: "Framework for responsible sharing of genomic and health-related data",
            fr: "Cadre pour un partage responsable des données génomiques et de santé"),
        terms: .link(LocalText(en: "https://www.ga4gh.org/framework/", fr: "https://www.ga4gh.org/framework/")))

    static let dataAccessTerms = Licence(
        id: 1,
        title: LocalText(en: "Terms of access to controlled data", fr: "Conditions d’accès aux données contrôlées"),
        terms: .text(
            LocalText(
                en: """
                    Terms of access to controlled data

                    These are the terms of a demo portal. They are written like real ones and bind nobody.

                    1. Purpose. You use the data only for the research that the approved application describes. \
                    Another question, or another project, needs another application.

                    2. People. Only those named in the application see individual-level data. When somebody leaves \
                    the project, you end that person's access within five working days.

                    3. No re-identification. You make no attempt to find out who a participant is, and you do not \
                    link the data with other sources beyond what the application says. If you recognise somebody by \
                    chance, you tell the access committee and nobody else.

                    4. Security. Data is analysed where the application says, encrypted at rest and in transit, and \
                    every access is logged. You report a loss, a leak or a suspicion of one within 24 hours of \
                    noticing it.

                    5. No passing on. You do not hand the data, or a part of it, to a third party, nor upload it to \
                    a service that keeps it, model training included.

                    6. Publication. Results are published whether or not they are what you hoped for. You name the \
                    datasets by their identifiers, and you publish no table from which a participant could be \
                    recognised.

                    7. Withdrawal. When a participant withdraws consent you are told, and you delete that \
                    participant's data within 30 days.

                    8. End. When access ends you delete all copies, derived individual-level data included, by the \
                    date in the application, and confirm it in writing. What was published stays.

                    9. Breach. Access ends at once when these terms are broken. The institution that employs you is \
                    told, and so is the supervisory authority where the law asks for it.
                    """,
                fr: """
                    Conditions d’accès aux données contrôlées

                    Ce sont les conditions d’un portail de démonstration. Elles n’engagent personne.

                    1. Les données servent uniquement à la recherche décrite dans la demande approuvée.
                    2. Seules les personnes nommées dans la demande y accèdent.
                    3. Aucune tentative de ré-identification n’est faite.
                    4. Les données sont chiffrées, chaque accès est journalisé, tout incident est signalé sous 24 heures.
                    5. Les données ne sont transmises à aucun tiers.
                    6. Les résultats sont publiés en citant les identifiants des jeux de données.
                    7. Les données d’un participant qui se retire sont effacées sous 30 jours.
                    8. À la fin du projet, toutes les copies sont effacées, ce qui est confirmé par écrit.
                    9. L’accès prend fin en cas de manquement.
                    """)))
}

/// Terms in a file, in one language.
struct LicenceFile: Sendable {
    /// Far above the numbers of the files that applicants add.
    let id: Int
    let language: String
    let filename: String
    let text: String

    static let processingAgreement = [
        LicenceFile(
            id: 900_000_001, language: "en", filename: "processing-agreement.txt",
            text: """
                Agreement on the processing of hospital records

                This is the agreement of a demo portal. It binds nobody.

                1. Records are read in the secure environment and are not copied out of it.
                2. What leaves it are tables in which no group has fewer than five people.
                3. Who leaves the team loses access on the same day.

                """),
        LicenceFile(
            id: 900_000_002, language: "fr", filename: "accord-de-traitement.txt",
            text: """
                Accord sur le traitement de dossiers hospitaliers

                C’est l’accord d’un portail de démonstration. Il n’engage personne.

                1. Les dossiers se lisent dans l’environnement sécurisé et n’en sortent pas.
                2. N’en sortent que des tableaux dont aucun groupe ne compte moins de cinq personnes.
                3. Qui quitte l’équipe perd l’accès le jour même.

                """),
    ]

    /// The file with this number, of any licence.
    static func file(id: Int) -> AttachedFile? {
        processingAgreement.first { $0.id == id }.map {
            AttachedFile(filename: $0.filename, mediaType: "text/plain", content: Data($0.text.utf8))
        }
    }
}
