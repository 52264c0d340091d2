import Foundation

/// What a demo portal is started with.
struct DemoOptions: Sendable {
    enum Catalogue: Sendable, Equatable {
        /// The datasets that come with the program.
        case bundled
        /// A file with one JSON object a line.
        case file(path: String)
    }

    enum Storage: Sendable, Equatable {
        /// Everything is forgotten when the portal ends.
        case memory
        /// Applications are kept in `demo.sqlite` in this directory, which is created when it is missing.
        case directory(path: String)
    }

    /// The port on 127.0.0.1; 0 lets the system choose one.
    var port = 0
    var catalogue = Catalogue.bundled
    var storage = Storage.memory
    /// How long the committee takes from submission to decision, in seconds.
    var decisionDelay: TimeInterval = 8
    /// Who may use the access services.
    var tokens = AccessTokens.demo
    /// Whether tests may make the portal misbehave, by calls to `/faults`.
    var allowsFaults = false
    /// Whether SIGTERM and SIGINT end the portal. Off when it runs inside another program, as in tests.
    var endsAtSignals = false
    /// Of those who are told at once what happens; tests ask them more often whether they are there.
    var liveBounds = LiveBounds()
    /// Told now and then how far the catalogue is read, from any thread; not at all where it is there from before.
    var progress: @Sendable (CatalogueProgress) -> Void = { _ in }
    /// What time it is; tests give their own.
    var clock: @Sendable () -> Date = { Date() }
}
