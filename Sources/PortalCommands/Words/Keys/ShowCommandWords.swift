import PortalModel

/// `portal show`.
enum ShowCommandWords {
    case id(String)
    case identifier(String)
    /// - terms: nil where they are not stated, or are what is shown below.
    case access(AccessLevel)
    case seeTerms
    case terms(String)
    case keywords([String])
    case themes([String])
    case publisher([String])
    case members, noMembers
    case files, contacts
    case askedForAtProvider(address: String)
    case descriptionsNotKept
    case noPurpose(String)
    case purposeOfDescription
    case noDataUse
    case noDictionary(id: String)
    case csvOfDictionary, dictionaryAlone
}
