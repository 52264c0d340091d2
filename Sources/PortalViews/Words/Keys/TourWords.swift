/// What somebody new looks at first.
enum TourWords: Equatable {
    case datasets
    case basket
    case requests
}
