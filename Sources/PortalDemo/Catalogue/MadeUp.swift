extension BundledCatalogue {
    /// What is no resource: the dataset in which the made-up allele frequencies are said to be counted.
    static let madeUp =
        #"""
        {"id": "made-up-frequencies", "identifier": "made-up-frequencies", "title": "Made-up allele frequencies", "description": "What the demo portal answers about variants is said to be counted here. Nobody was counted: the numbers are made up, and mean nothing but that they add up.", "publisher": "Demo portal", "themes": ["Population genomics"], "keywords": ["made up", "demonstration"], "accessRights": "restricted"}
        """#
}
