/// What `portal stats` says.
enum StatsWords: Equatable {
    case nothing
    case isOff
    case oneFormat
    /// What is older than days are told apart.
    case earlier
    case seconds(Double)
}
