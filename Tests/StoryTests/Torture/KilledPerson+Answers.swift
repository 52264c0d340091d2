extension KilledPerson {
    /// How a field that has to be answered is answered.
    struct Answer {
        enum Entry {
            /// Letter by letter: what is there after a kill is a beginning of it.
            case written(String)
            /// At once: half of it would be wrong, and be asked for again.
            case pasted(String)
            case chosen(Int)
            case file(String)
        }

        let title: String
        let stage: String
        let entry: Entry
    }

    static let answers = [
        Answer(title: "Title of the project", stage: "text", entry: .written("Long stays in intensive care")),
        Answer(
            title: "Purpose of use", stage: "long text",
            entry: .written("We ask why people stay for weeks and compare the values of the first day.")),
        Answer(title: "Area of research", stage: "option", entry: .chosen(2)),
        Answer(title: "Start of the project", stage: "date", entry: .pasted("2027-01-15")),
        Answer(title: "Principal investigator", stage: "text", entry: .written("Ada Lovelace")),
        Answer(title: "E-mail of the principal", stage: "e-mail", entry: .pasted("ada@institution.example")),
        Answer(title: "Short name of the request", stage: "description", entry: .written("Long stays")),
        Answer(title: "Legal ground", stage: "option", entry: .chosen(1)),
        Answer(title: "Parts of the record", stage: "multiselect", entry: .chosen(1)),
        Answer(title: "Everybody who sees data", stage: "table", entry: .pasted("Ada\tlead\tKarolinska\n")),
        Answer(title: "Contact", stage: "e-mail", entry: .pasted("ada@institution.example")),
        Answer(title: "Telephone", stage: "telephone", entry: .pasted("+358 40 123 4567")),
        Answer(title: "Address you connect from", stage: "address", entry: .pasted("142.250.74.110")),
        Answer(title: "Access until", stage: "date", entry: .pasted("2030-12-31")),
        Answer(title: "Data management plan", stage: "file", entry: .file("plan.pdf")),
    ]

    /// What only this person writes: where it can be read, it was not sealed.
    private static let planted = ["We ask why people stay", "+358 40 123 4567", "142.250.74.110"]

    /// - Parameter count: of looks.
    func checkIsSealed(_ count: inout Int) throws {
        try story.home.checkIsSealed(Self.planted)
        count += 1
    }
}
