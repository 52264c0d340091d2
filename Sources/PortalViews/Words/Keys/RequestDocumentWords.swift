import PortalModel

/// What a request says of itself besides its own words, to be read. What is written into a file is in English.
enum RequestDocumentWords: Equatable {
    case title(id: String, ApplicationState)
    case summary, processing, applicant, made, changed
    case datasets, purpose, licences, people, files, events
    case form(number: Int64)
    case accepted, notAccepted, invited
    /// By which `--accept-licences` and the service call it.
    case licenceNumber(Int64)
    case by(name: String)
    case noTime
    case licenceText(title: String)
}
