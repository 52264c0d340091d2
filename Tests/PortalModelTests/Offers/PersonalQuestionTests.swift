import PortalModel
import Testing

@Suite("What a field asks of the person")
struct PersonalQuestionTests {
    private func entry(
        _ label: String, _ type: FieldType = .text, placeholder: String = "", language: String = "en"
    ) -> PersonalProfile.Entry? {
        PersonalQuestion(field([(language, label)], type, placeholder: placeholder))?.entry
    }

    private func field(
        _ labels: [(String, String)], _ type: FieldType = .text, placeholder: String = ""
    ) -> FormField {
        FormField(
            id: FieldID(form: 1, field: "f"), type: type,
            title: LocalizedText(labels.map { LocalizedText.Variant(language: $0.0, text: $0.1) }),
            placeholder: LocalizedText(placeholder))
    }

    @Test(arguments: [
        "Name", "Full name", "Your full name", "Name of the applicant", "Applicant's name", "First and last name",
        "Vollständiger Name", "Vor- und Nachname", "Name der Antragstellerin", "Nom et prénom",
        "Nom complet du demandeur",
        "Nombre y apellidos", "Nombre completo del solicitante", "Nome e cognome", "Nome completo", "Volledige naam",
        "Naam van de aanvrager", "För- och efternamn", "Sökandens namn", "Navn på søker", "Hakijan nimi",
        "Etu- ja sukunimi", "Taotleja nimi",
    ])
    func names(label: String) { #expect(entry(label) == .name, "\(label)") }

    @Test(arguments: [
        "Institution", "Home organisation", "Affiliation", "Name of the institution", "Institution / University",
        "Einrichtung", "Établissement", "Nom de l'établissement", "Institución", "Istituzione", "Instituição",
        "Instelling", "Lärosäte", "Institusjon", "Organisaatio", "Asutus",
    ])
    func institutions(label: String) { #expect(entry(label) == .institution, "\(label)") }

    @Test(arguments: [
        "E-mail", "Email address", "E-Mail-Adresse", "Adresse e-mail", "Correo electrónico",
        "Indirizzo di posta elettronica", "E-mailadres", "E-postadress", "Sähköpostiosoite", "E-post",
    ])
    func addressesInTextFields(label: String) { #expect(entry(label) == .email, "\(label)") }

    @Test(arguments: [
        "Phone", "Telephone number", "Mobile or telephone", "Telefonnummer", "Numéro de téléphone", "Teléfono",
        "Puhelinnumero", "Tlf.",
    ])
    func phonesInTextFields(label: String) { #expect(entry(label) == .phone, "\(label)") }

    @Test(arguments: ["ORCID", "ORCID iD", "Your ORCID identifier", "Identifiant ORCID", "ORCID-tunniste"])
    func orcids(label: String) { #expect(entry(label) == .orcid, "\(label)") }

    @Test(arguments: [
        "Principal investigator", "Principal Investigator (PI)", "Name of the principal investigator",
        "Projektleiterin",
        "Investigateur principal", "Vastuullinen tutkija",
    ])
    func investigators(label: String) { #expect(entry(label) == .principalInvestigator, "\(label)") }

    @Test(arguments: [
        "Project name", "Name of the dataset", "Title", "Name and institution", "Name, e-mail", "First name", "Surname",
        "Nachname", "Institution 2", "Name of your supervisor", "Institution of the collaborators", "Contact",
        "Sponsor", "Describe your institution", "Username", "Data protection officer", "Nom", "",
    ])
    func whatIsNotUnderstoodIsLeftAlone(label: String) { #expect(entry(label) == nil, "\(label)") }

    @Test("The type of a field says what it takes, and the label whose it is")
    func types() {
        #expect(entry("How do we reach you?", .email) == .email)
        #expect(entry("How do we reach you?", .phoneNumber) == .phone)
        #expect(entry("E-mail of your supervisor", .email) == nil)
        #expect(entry("Telefon der Ansprechpartnerin", .phoneNumber) == nil)
        #expect(entry("Contact for security incidents", .email) == nil)
        for type in FieldType.allCases where ![.text, .email, .phoneNumber].contains(type) {
            #expect(entry("Name", type) == nil, "\(type)")
        }
    }

    @Test("The leader's own address is the person's where the two are one")
    func investigatorsAddress() throws {
        let question = try #require(PersonalQuestion(field([("en", "E-mail of the principal investigator")], .email)))
        var person = PersonalProfile([.name: "Ada Lovelace", .email: "ada@ki.example"])
        #expect(question.answer(from: person) == nil)
        person[.principalInvestigator] = "Grace Hopper"
        #expect(question.answer(from: person) == nil)
        person[.principalInvestigator] = "ada lovelace"
        #expect(question.answer(from: person) == "ada@ki.example")
    }

    @Test("A placeholder helps where the label says nothing")
    func placeholders() {
        #expect(entry("Applicant", placeholder: "Your full name") == .name)
        #expect(entry("Project", placeholder: "Name") == nil)
        #expect(entry("Identifier", placeholder: "0000-0002-1825-0097") == .orcid)
        #expect(entry("Identifier of your colleague", placeholder: "0000-0002-1825-0097") == nil)
    }

    @Test("Any language of a label can say what it asks for, and any can say that it is somebody else's")
    func languages() {
        func entry(_ labels: (String, String)...) -> PersonalProfile.Entry? { PersonalQuestion(field(labels))?.entry }
        #expect(entry(("lv", "Pilns vārds"), ("en", "Full name")) == .name)
        #expect(entry(("en", "Name"), ("fi", "Ohjaajan nimi"), ("de", "Name der Betreuerin")) == nil)
        #expect(entry(("en", "Name"), ("de", "Einrichtung")) == nil)
    }
}
