/// `HelpText` of discovery.yaml: what a field or a filter means, with links.
struct HelpText: Codable, Equatable, Sendable {
    let text: String
    let link: Link

    /// `HelpTextLink` of discovery.yaml: labels and addresses in the same order.
    struct Link: Codable, Equatable, Sendable {
        let label: [String]
        let value: [String]
    }

    private init(_ text: String, label: String? = nil, address: String? = nil) {
        self.text = text
        link = Link(label: label.map { [$0] } ?? [], value: address.map { [$0] } ?? [])
    }

    /// By the names of fields that the running service uses (DatasetHelpTextService).
    static let ofDatasets: [String: HelpText] = [
        "accessRights": HelpText(
            "Who may have the data. Restricted data are given out after a committee has read a request.",
            label: "The vocabulary", address: "http://publications.europa.eu/resource/authority/access-right"),
        "legalBasis": HelpText("What in law allows the data to be processed, such as consent or a public interest."),
        "healthTheme": HelpText("The diseases or fields of health that the data are about."),
        "populationCoverage": HelpText("Who was asked to take part: the population that the data stand for."),
        "numberOfUniqueIndividuals": HelpText("How many people have records here, each counted once."),
        "numberOfRecords": HelpText("How many records there are; one person may have several."),
        "frequency": HelpText("How often the publisher adds to the data."),
        "inSeries": HelpText("A series gathers datasets that were made alike, and that are requested one by one."),
        "conformsTo": HelpText("The standards that the data keep to."),
        "provenance": HelpText("Where the data come from, and who gathered them."),
    ]

    /// By the keys of filters (FilterHelpTextService, which knows those of the catalogue alone).
    static let ofFilters: [String: HelpText] = [
        "access_rights": HelpText(
            "Who may have the data. Public data can be had at once; restricted and non-public data are given out after "
                + "a committee has read a request.",
            label: "The vocabulary", address: "http://publications.europa.eu/resource/authority/access-right"),
        "theme": HelpText("The subject of a dataset, in the words of its catalogue."),
        "publisher_name": HelpText("Who makes the dataset available. It need not be who gathered the data."),
        "keyword": HelpText("A keyword as the publisher wrote it. It is looked for whole."),
        "vocab_in_series_title": HelpText("The series that a dataset is part of."),
        "number_of_unique_individuals": HelpText("How many people have records in a dataset, each counted once."),
        "temporal_coverage": HelpText(
            "Datasets whose period meets the one that you give, not only those inside of it."),
    ]
}
