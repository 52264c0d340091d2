import Foundation
import GRDB
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The embedded portal: discovery and access in several dialects over one SQLite database.
///
/// It listens on 127.0.0.1 only: its token is a demo secret that anyone may know.
enum DemoPortal {
    /// Starts a portal and returns once it accepts connections.
    ///
    /// - Throws: `StartFailure` for everything that a person can put right.
    static func start(_ options: DemoOptions) async throws -> RunningDemo {
        try options.tokens.check()
        let (database, summary) = try await load(options)
        let committee = Committee(decisionDelay: options.decisionDelay)
        let news = ApplicationNews(database: database, committee: committee, clock: options.clock)
        let register = ApplicationRegister(database: database, committee: committee, clock: options.clock, news: news)
        let listeners = Listeners(news, tokens: options.tokens, bounds: options.liveBounds)
        let router = router(over: database, register, listeners, options: options)
        return try await serve(router: router, listeners, options: options, summary: summary)
    }

    private static func load(_ options: DemoOptions) async throws -> (DatabaseQueue, CatalogueSummary) {
        do {
            let database = try DemoDatabase.open(options.storage)
            return (
                database,
                try await CatalogueLoader(database: database, progress: options.progress)
                    .load(options.catalogue)
            )
        } catch let error as DatabaseError {
            throw StartFailure(error, options.storage)
        }
    }

    private static func router(
        over database: DatabaseQueue, _ register: ApplicationRegister, _ listeners: Listeners, options: DemoOptions
    ) -> Router<DemoContext> {
        let router = Router(context: DemoContext.self)
        if options.allowsFaults {
            let book = FaultBook()
            router.addMiddleware { FaultMiddleware(book: book) }
            FaultRoutes(book: book).add(to: router.group("faults").add(middleware: ErrorResponseMiddleware()))
        }
        router.addMiddleware {
            RequestIDMiddleware()
            ErrorResponseMiddleware()
        }
        let catalogue = CatalogueStore(database: database)
        DiscoveryRoutes(catalogue: catalogue, tokens: options.tokens).add(to: router.group("discovery"))
        AccessRoutes(register: register, tokens: options.tokens).add(to: router.group("daam"))
        GuideRoutes(catalogue: catalogue, register: register, tokens: options.tokens).add(to: router.group("guide"))
        let office = PassportOffice(register: register)
        PassportRoutes(office: office, tokens: options.tokens).add(to: router.group("broker"))
        REMSRoutes(catalogue: catalogue, register: register, office: office).add(to: router.group("rems"))
        ArchiveRoutes(register: register, tokens: options.tokens, clock: options.clock).add(to: router)
        ArchiveV1Routes(register: register, tokens: options.tokens, clock: options.clock).add(to: router)
        NotificationRoutes(listeners: listeners).add(to: router)
        return router
    }

    private static func serve(
        router: Router<DemoContext>, _ listeners: Listeners, options: DemoOptions, summary: CatalogueSummary
    ) async throws -> RunningDemo {
        let (ports, portFound) = AsyncThrowingStream.makeStream(of: Int.self)
        // Standard output belongs to the one JSON line, so the server's own log goes nowhere.
        let logger = Logger(label: "portal-demo") { _ in SwiftLogNoOpLogHandler() }
        let application = Hummingbird.Application(
            router: router,
            server: HTTPServerBuilder { UpgradableChannel(responder: $0, listeners: listeners) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: options.port)),
            onServerRunning: { channel in
                portFound.yield(channel.localAddress?.port ?? options.port)
                portFound.finish()
            },
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [application],
                gracefulShutdownSignals: options.endsAtSignals ? [.sigterm, .sigint] : [],
                logger: logger))
        let serving = Task {
            do {
                try await group.run()
            } catch {
                portFound.finish(throwing: error)
                throw error
            }
        }
        do {
            for try await port in ports {
                return RunningDemo(port: port, summary: summary, group: group, serving: serving)
            }
            throw CancellationError()
        } catch let error as IOError {
            throw StartFailure(opening: options.port, error)
        }
    }
}

extension StartFailure {
    fileprivate init(opening port: Int, _ error: IOError) {
        switch error.errnoCode {
        case EADDRINUSE: self = .portInUse(port)
        default: self = .portRefused(port, reason: String(cString: strerror(error.errnoCode)))
        }
    }
}
