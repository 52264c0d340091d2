import PortalModel
import TerminalCanvas

extension DatasetWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .unreadable: "This record could not be read."
        case .record: "Record"
        case .reason: "Reason"
        case .modifiedOn(let day): "modified \(day)"
        case .waitingStops(let seconds): "waiting \(seconds) s, \(c.key(.goBack)) stops"
        case .loading(let elapsed): "loading \(elapsed)"
        case .stops: ", \(c.key(.goBack)) stops"
        case .fromList: "This is what the list knows of it."
        case .fetched(let age): "This is what was fetched \(age)."
        case .seriesAccess: "A dataset series: access is asked for its datasets, which are in the part Datasets."
        case .partOf(let title): "Part of: \(title)"
        case .governedElsewhere:
            "\(c.glyphs.external) Governed outside of this portal: access is asked for at its provider."
        case .themes: "Themes"
        case .keywords: "Keywords"
        case .individuals: "Individuals"
        case .records: "Records"
        case .period: "Period"
        case .access: "Access"
        case .publisher: "Publisher"
        case .catalogue: "Catalogue"
        case .created: "Created"
        case .modified: "Modified"
        case .identifier: "Identifier"
        case .page: "Page"
        case .noFiles: "The catalogue lists no files or services for this dataset."
        case .format: "Format"
        case .size: "Size"
        case .licence: "Licence"
        case .fileAccess: "Access"
        case .download: "Download"
        case .noDetails: "The catalogue gives no further details."
        case .noContact: "The catalogue names no contact."
        case .address: "Address"
        case .pageOfDataset: "Page of the dataset"
        case .file: "File"
        case .noAddresses: "The catalogue gives no addresses."
        case .before: "before"
        case .opensWhole(let one): "\(c.key(.open)) opens \(one ? "it" : "one of them")."
        case .overview: "Overview"
        case .files: "Files"
        case .details: "Details"
        case .contacts: "Contacts"
        case .links: "Links"
        }
    }
}
