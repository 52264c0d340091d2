/// Words by which forms ask for a person's own data, in the languages that forms of the portals' countries come in.
enum PersonalWords {
    enum Meaning: Equatable, Sendable {
        case entry(PersonalProfile.Entry)
        /// The one who leads the project.
        case investigator
        /// Somebody else than the one who fills the form in.
        case somebodyElse
        /// Joins two questions.
        case and
        /// Changes nothing in what is asked.
        case filler
    }

    /// The longest run of words that has a meaning of its own.
    static let longestPhrase = 4

    static func meaning(of phrase: String) -> Meaning? { meanings[phrase] }

    private static let meanings: [String: Meaning] = {
        let lists: [(Meaning, String)] = [
            (.entry(.name), names), (.entry(.orcid), orcids), (.entry(.institution), institutions),
            (.entry(.email), emails), (.entry(.phone), phones), (.investigator, investigators),
            (.somebodyElse, others), (.and, conjunctions), (.filler, fillers),
        ]
        var meanings: [String: Meaning] = [:]
        for (meaning, list) in lists {
            for phrase in list.split(separator: "|") { meanings[phrase.trimmingSpaces] = meaning }
        }
        return meanings
    }()

    // In lower case, without hyphens, by language: en, de, fr, es, it, pt, nl, sv, nb and da, fi, et.

    /// Those that ask for the whole name. A surname alone is asked for together with a first name.
    private static let names = """
        name|names|first and last name|given name and surname|name and surname|forename and surname|\
        vorname und nachname|vor und nachname|vorname und name|vorname nachname|nom complet|nom et prénom|\
        prénom et nom|nom prénom|nom et prénoms|nombre completo|nombre y apellido|nombre y apellidos|nome completo|\
        nome e cognome|nome e apelido|nome e sobrenome|naam|namn|för och efternamn|navn|fornavn og etternavn|\
        fornavn og efternavn|nimi|etunimi ja sukunimi|etu ja sukunimi|eesnimi ja perekonnanimi|\
        ees ja perekonnanimi|täisnimi
        """

    private static let orcids = """
        orcid|orcid id|orcid ids|orcid identifier|orcid number|orcid nummer|orcidid|orcidnummer|orcidtunniste|orcidtunnus|orcidkennung|orcid kennung|identifiant orcid|\
        numéro orcid|identificador orcid|número orcid|identificativo orcid|orcid tunniste|orcid tunnus|orcid tunnus id
        """

    private static let institutions = """
        nom de l établissement|nom de l institution|nom de l organisme|nombre de la institución|\
        nome da instituição|institution|institute|organisation|organization|affiliation|university|employer|home organisation|\
        home organization|place of work|einrichtung|universität|hochschule|organisationseinheit|zugehörigkeit|\
        arbeitgeber|forschungseinrichtung|établissement|organisme|affiliations|université|employeur|institución|\
        organización|afiliación|universidad|centro|istituzione|ente|organizzazione|affiliazione|università|istituto|\
        instituição|organização|afiliação|universidade|instelling|organisatie|affiliatie|universiteit|werkgever|\
        lärosäte|universitet|arbetsgivare|tillhörighet|institusjon|organisasjon|tilhørighet|arbeidsgiver|\
        arbejdsgiver|tilknytning|organisaatio|laitos|yliopisto|taustaorganisaatio|kotiorganisaatio|työnantaja|\
        asutus|organisatsioon|ülikool|tööandja
        """

    private static let emails = """
        email|e mail|mail|email address|e mail address|mail address|emailadresse|e mail adresse|mailadresse|\
        courriel|courrier électronique|adresse email|adresse mail|adresse e mail|adresse électronique|correo|\
        correo electrónico|dirección de correo electrónico|posta elettronica|indirizzo email|indirizzo e mail|\
        indirizzo di posta elettronica|correio eletrónico|correio electrónico|endereço de email|endereço de e mail|\
        emailadres|mailadres|epost|epostadress|epostadresse|mejl|mejladress|sähköposti|sähköpostiosoite|\
        epostiaadress|meiliaadress|meil
        """

    private static let phones = """
        phone|telephone|mobile|mobile phone|phone number|telephone number|mobile number|contact number|tel|telefon|\
        telefonnummer|mobiltelefon|mobilnummer|handynummer|rufnummer|téléphone|numéro de téléphone|teléfono|\
        número de teléfono|telefono|numero di telefono|telefone|número de telefone|telemóvel|telefoonnummer|telefoon|\
        mobiel nummer|tlf|telefonnumer|puhelin|puhelinnumero|matkapuhelin|telefoninumber|mobiiltelefon
        """

    private static let investigators = """
        principal investigator|pi|project leader|project lead|lead investigator|chief investigator|\
        principal researcher|lead researcher|projektleiter|projektleiterin|projektleitung|studienleiter|\
        studienleitung|hauptverantwortlicher|leitende wissenschaftlerin|leitender wissenschaftler|\
        investigateur principal|investigatrice principale|chercheur principal|responsable scientifique|\
        responsable du projet|investigador principal|investigadora principal|sperimentatore principale|\
        ricercatore principale|responsabile scientifico|responsabile del progetto|investigador responsável|\
        hoofdonderzoeker|projectleider|huvudansvarig forskare|ansvarig forskare|projektledare|prosjektleder|\
        projektleder|hovedforsker|ansvarlig forsker|vastuullinen tutkija|tutkimuksen johtaja|päätutkija|\
        vastuututkija|hankkeen johtaja|projektijuht|vastutav uurija|vastutav teadur
        """

    private static let others = """
        supervisor|supervisors|colleague|colleagues|collaborator|collaborators|coinvestigator|coinvestigators|copi|\
        coapplicant|coapplicants|member|members|participant|participants|officer|dpo|committee|director|manager|head|\
        secretary|administrator|billing|invoice|invoicing|security|incident|incidents|emergency|deputy|substitute|\
        alternative|second|secondary|other|another|guardian|signatory|legal|contact person|sponsor|funder|partner|\
        helpdesk|support|data protection|data controller|data manager|betreuer|betreuerin|kollege|kollegin|mitglied|\
        mitglieder|ansprechpartner|ansprechpartnerin|kontaktperson|datenschutz|datenschutzbeauftragter|\
        datenschutzbeauftragte|rechnung|vorgesetzter|vorgesetzte|stellvertreter|stellvertreterin|superviseur|\
        directeur|directrice|collègue|membre|membres|délégué|facturation|personne de contact|suppléant|supervisora|\
        colega|miembro|miembros|delegado|facturación|persona de contacto|supervisore|collega|membro|membri|referente|\
        protezione dei dati|fatturazione|orientador|orientadora|encarregado|faturação|begeleider|\
        contactpersoon|lid|leden|functionaris|factuur|handledare|kollega|medlem|medlemmar|dataskyddsombud|faktura|\
        veileder|vejleder|medlemmer|personvernombud|ohjaaja|ohjaajan|kollegan|jäsen|jäsenet|jäsenen|yhteyshenkilö|\
        yhteyshenkilön|tietosuojavastaava|tietosuojavastaavan|laskutus|juhendaja|kolleeg|liige|liikmed|kontaktisik|\
        andmekaitsespetsialist
        """

    private static let conjunctions = "and|or|und|oder|et|ou|y|o|e|i|en|och|eller|og|ja|tai|või|plus"

    private static let fillers = """
        your|my|the|a|an|of|at|for|in|full|please|enter|give|applicant|applicants|s|researcher|requester|\
        requesters|home|work|current|main|primary|professional|contact|here|optional|required|ihr|ihre|mein|meine|der|\
        die|das|des|von|vollständiger|voller|bitte|antragsteller|antragstellers|antragstellerin|antragstellende|\
        person|forscher|forscherin|dienstliche|votre|vos|le|la|les|l|de|d|du|complet|demandeur|demandeuse|\
        demanderesse|requérant|requérante|chercheur|veuillez|indiquer|professionnel|professionnelle|su|tu|el|del|\
        los|completo|solicitante|investigador|suo|il|lo|dello|della|richiedente|ricercatore|seu|sua|do|da|\
        requerente|uw|van|het|volledige|aanvrager|onderzoeker|ditt|din|sökandens|sökande|fullständigt|fullt|på|til|søkers|\
        søker|fulde|ansøgers|ansøger|hakijan|hakija|koko|tutkijan|sinun|taotleja|teie
        """
}
