import PortalModel
import TerminalCanvas

/// The catalogue that is kept on this machine.
enum MirrorPaneWords: Equatable {
    case title
    case asked(source: CatalogueSource)
    case none
    case holds(datasets: Int, total: Int?, isWhole: Bool, bytes: Int64)
    case asOf(age: String)
    case fullRecords(count: Int, of: Int)
    case whose(isPrivate: Bool, isShared: Bool)
    case progress(MirrorProgress)
    case beginning
    case share(percent: Int)
    case howTo
    case mirrorAge(age: String)
    case mirror
}
