import PortalModel
import PortalViews
import TerminalCanvas

extension WayWords: Wording {
    func english(_ c: Phrasing) -> TerminalText {
        switch self {
        case .way(let way):
            "\(Self.name(of: way.kind))\(way.address.map { ": \($0)" } ?? "") (\(Self.source(of: way.source)))"
        case .none(let dataset, let page):
            """
            Nothing tells how the data of \(dataset) is had: no distribution of it in the catalogue, and no data: in the \
            profile.\(page.map { " Its page is \($0)." } ?? "") Ask the dataset's contact, or the committee that approved.
            """
        case .notInCatalogue(let dataset):
            "The catalogue has no dataset \(dataset): what follows is known from the profile alone."
        case .unknown(let dataset):
            """
            There is no dataset “\(dataset)”: neither in the catalogue nor among what you have access to. portal search finds \
            datasets, and portal entitlements lists what you have access to.
            """
        case .tokenFile:
            """
            TOKEN-FILE holds your access token and is for you alone (chmod 600): on a command line everybody on the machine \
            would see it.
            """
        }
    }

    private static func name(of kind: DataWay.Kind) -> String {
        switch kind {
        case .sda: "Sensitive Data Archive"
        case .htsget: "htsget, parts of reads and variants"
        case .drs: "DRS, an object by its id"
        case .ega: "European Genome-phenome Archive"
        case .sftp: "Outbox by SFTP, encrypted for your key"
        case .workspace: "Secure processing environment, which the data does not leave"
        case .web: "A file at an address"
        }
    }

    private static func source(of source: DataWay.Source) -> String {
        switch source {
        case .distribution(let title): "catalogue: \(title)"
        case .configuration: "configuration"
        case .demo: "the demo portal"
        case .identifier: "by the identifier"
        }
    }
}
