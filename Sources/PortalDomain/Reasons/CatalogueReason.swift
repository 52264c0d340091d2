/// What a catalogue does not have, or why it did not answer.
public indirect enum CatalogueReason: Hashable, Sendable {
    /// Of CKAN's Solr: it is gone, or refuses.
    case engineAway, searchNotUnderstood, engineRefuses
    /// - name: of the program, with its version: the catalogue answers, and its search does not.
    case itselfAnswers(name: String, Reason)
    /// A wrong token is answered as none.
    case unknownToken
    /// CKAN without DCAT, or no CKAN.
    case noDescriptions, noCatalogueHere
    /// What a dialect does not have.
    case noBeacon, notOfGuide, notOfREMS, notOfPoint, takesNoRequests, browsingOnly
    /// No FAIR Data Point, or one that does not say so.
    case noFairDataPoint
    /// Of a record that a FAIR Data Point links to: at an address of another's, which is not asked; or its document is
    /// about something else.
    case liesElsewhere(host: String?), saysNothing
    /// What a FAIR Data Point links to is more than is followed.
    case linksTooMuch(documents: Int, megabytes: Int), nestedTooDeep(levels: Int)
    /// The demo portal has no place for requests.
    case noPlaceForRequests(folder: String)
    /// A line of the person's own catalogue, with what is wrong with it.
    case lineSkipped(String)
    /// Lines of it that are not told one by one.
    case linesSkipped(more: Int)
    /// What a service tells of itself, and what else was found.
    case says(String, Reason)

    /// In English.
    public var sentence: String {
        switch self {
        case .engineAway: "The catalogue's search engine cannot be reached; single datasets may still open."
        case .searchNotUnderstood: "The catalogue did not understand the search."
        case .engineRefuses: "The catalogue's search engine refuses every search."
        case .itselfAnswers(let name, let reason): "\(name) itself answers. \(reason.sentence)"
        case .unknownToken:
            "The catalogue does not know the token that is sent and answers as to anybody: make a new one there, and give "
                + "it by PORTAL_CKAN_TOKEN or the profile's token_file."
        case .noDescriptions:
            "This catalogue does not give out descriptions of its datasets: that needs CKAN's DCAT extension."
        case .noCatalogueHere: "There is no CKAN at this address: give the address in front of /api/3/action."
        case .noBeacon: "A CKAN has no Beacon behind it."
        case .notOfGuide: "The services of the developer guide do not have it."
        case .notOfREMS: "A REMS catalogue does not have it."
        case .notOfPoint: "A FAIR Data Point does not have it."
        case .noFairDataPoint:
            "There is no FAIR Data Point at this address: give the address of the point itself, whose document names its "
                + "catalogues."
        case .liesElsewhere(let host):
            "It is described \(host.map { "at \($0)" } ?? "elsewhere") and not at the point's own address, and was not asked "
                + "for there."
        case .saysNothing: "The document at its address does not describe it."
        case .linksTooMuch(let documents, let megabytes):
            "The point links to more than \(documents) documents or \(megabytes) MB, which is where this program stops: what "
                + "is shown is not all."
        case .nestedTooDeep(let levels):
            "What it holds lies more than \(levels) levels below the point, and was not followed."
        case .takesNoRequests: "This is a catalogue: it takes no requests."
        case .browsingOnly:
            "It is set up for browsing only: add the address of its access service to the configuration."
        case .noPlaceForRequests(let folder):
            "The demo portal's requests cannot be kept in \(folder): the folder cannot be written, or its disk is full. "
                + "Datasets can be searched and read. Make room or the folder writable, name another place with "
                + "XDG_DATA_HOME, or use --ephemeral."
        case .lineSkipped(let line): "\(line); it was skipped."
        case .linesSkipped(let more): "\(more) more could not be read and were skipped."
        case .says(let words, let reason): "\(words). \(reason.sentence)"
        }
    }
}
