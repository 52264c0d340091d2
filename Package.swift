// swift-tools-version: 6.2
import PackageDescription

// What `--version` tells of a build. The Makefile gives it; `swift build` alone does without. Only what a commit's name
// or a day can hold gets through to the compiler.
func fact(_ variable: String) -> String {
    String((Context.environment[variable] ?? "").filter { $0.isASCII && ($0.isHexDigit || "-+".contains($0)) })
}

let package = Package(
    name: "portal",
    products: [
        .executable(name: "portal", targets: ["PortalTUI"]),
        .executable(name: "portal-demo", targets: ["PortalDemo"]),
    ],
    // Exact versions: what is tested is what is shipped. docs/DEPENDENCIES.md says why each is there.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        // What the HTTP client unpacks answers with; named here for its limit and its errors.
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses", pkgConfig: "ncursesw",
            providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
        // yajl reads JSON in one pass. Linked in, so that the program needs nothing of it where it runs.
        .systemLibrary(name: "CYajl", providers: [.apt(["libyajl-dev"]), .brew(["yajl"])]),
        // serd reads Turtle. Debian has no archive of it to link in: scripts/static-serd.sh builds one for what is shipped.
        .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"]), .brew(["serd"])]),
        // raptor reads RDF/XML, with libxml2: scripts/static-raptor.sh builds archives of both, which know no network.
        .systemLibrary(
            name: "CRaptor", pkgConfig: "raptor2", providers: [.apt(["libraptor2-dev"]), .brew(["raptor"])]),
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // libsodium encrypts and decrypts what Crypt4GH holds. Linked in likewise.
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        // xz packs the catalogues that portal-demo reads. Linked in likewise.
        .systemLibrary(
            name: "CLzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"]), .brew(["xz"])]),
        // A system library target compiles no C; signals and the self-pipe need a little.
        .target(name: "CTerminal"),
        // What is brought along for machines that do not have it, and what has to be settled before Swift starts.
        .target(name: "CMachine"),
        .target(name: "CFileSystem"),
        .target(
            name: "CBuildFacts",
            cSettings: [
                .define("PORTAL_COMMIT", to: fact("PORTAL_COMMIT")),
                .define("PORTAL_COMMIT_DAY", to: fact("PORTAL_COMMIT_DAY")),
            ]),
        // JSON in one pass each way, by yajl: what services answer, results, and kept answers.
        .target(name: "JSONStream", dependencies: ["CYajl"]),
        // RDF in one pass, by serd and raptor: what FAIR Data Points describe their datasets in.
        .target(name: "LinkedData", dependencies: ["CLibXML", "CRaptor", "CSerd"]),
        // Bytes that nobody else is to see: keys and passphrases.
        .target(name: "SecretMemory", dependencies: ["CSodium"]),
        // Files and keys of Crypt4GH, by libsodium: genomic data that is encrypted for whoever may read it.
        .target(
            name: "Crypt4GH",
            dependencies: ["CSodium", "SecretMemory", .product(name: "Crypto", package: "swift-crypto")]),
        // The kernel's keyrings, without the library for them.
        .target(name: "CKeyring"),
        // Private values sealed on the disk, and what opens the key that seals them.
        .target(name: "Sealing", dependencies: ["CKeyring", "CSodium", "SecretMemory"]),
        // Socket.IO's client side: what a portal tells in real time.
        .target(
            name: "SocketIO",
            dependencies: [
                "JSONStream", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ]),
        // Visas of GA4GH passports: read, and their signatures checked against the issuers' keys.
        .target(
            name: "Passport",
            dependencies: [
                "JSONStream", "PortalDomain", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        // The one thing that both programs share: they are built and shipped together.
        .target(name: "PortalVersion", dependencies: ["CBuildFacts"]),
        // What datasets, requests and people are, and what is asked of services and disk: all that those have to know.
        .target(name: "PortalDomain"),
        // SQLite takes a path for a URI, by which a file can be opened as one that nobody changes.
        .target(name: "CSQLiteURI", linkerSettings: [.linkedLibrary("sqlite3")]),
        // The catalogue of a portal on this machine: filled, kept up to date, searched.
        .target(
            name: "PortalMirror",
            dependencies: [
                "CSQLiteURI", "PortalDomain", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "PortalModel", dependencies: ["PortalDomain"]),
        .target(name: "TerminalCanvas", dependencies: ["PortalModel"]),
        // The executor, ncurses and the signals: a library, so that the probe of the tests drives the same code.
        .target(
            name: "TerminalBackend",
            dependencies: ["CMachine", "CNcurses", "CTerminal", "PortalModel", "TerminalCanvas"]),
        .target(name: "PortalViews", dependencies: ["PortalModel", "TerminalCanvas"]),
        .target(
            name: "PortalServices",
            dependencies: [
                "JSONStream", "LinkedData", "Passport", "PortalDomain", "PortalVersion", "SocketIO",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .target(
            name: "PortalStorage",
            dependencies: [
                "CFileSystem", "JSONStream", "PortalDomain", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .executableTarget(
            name: "PortalDemo",
            dependencies: [
                "CLzma", "CMachine", "CSodium", "PortalVersion",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // The command line and everything behind it that needs no screen: a library, so that its logic has unit tests.
        .target(
            name: "PortalCommands",
            dependencies: [
                "CFileSystem", "Crypt4GH", "JSONStream", "Passport", "SecretMemory", "Sealing", "TerminalBackend",
                "PortalModel", "TerminalCanvas", "PortalViews", "PortalServices", "PortalMirror", "PortalStorage",
                "PortalVersion",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .executableTarget(
            name: "PortalTUI",
            dependencies: [
                "TerminalBackend", "PortalCommands", "PortalModel", "TerminalCanvas", "PortalViews", "PortalServices",
                "PortalStorage", "PortalVersion",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        // Drives a real program in a real terminal: for the stories and for the benchmark.
        .target(name: "TerminalHarness", dependencies: ["CPseudoTerminal"], path: "Tests/TerminalHarness"),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        // A list on the real backend and nothing else: what the backend's own tests look at.
        .executableTarget(
            name: "TerminalProbe", dependencies: ["TerminalBackend", "TerminalCanvas", "PortalModel"],
            path: "Tests/TerminalProbe"),
        // Measures the built program; `make bench`.
        .executableTarget(
            name: "portal-bench",
            dependencies: [
                "TerminalHarness", "PortalDomain", "PortalMirror", "PortalModel", "PortalViews", "TerminalCanvas",
            ],
            path: "Benchmarks/PortalBench"),
        // A test target names PortalDomain where it speaks of it, although PortalModel passes it on: else a build after a
        // change there keeps what was compiled before.
        .testTarget(name: "PortalModelTests", dependencies: ["PortalDomain", "PortalModel", "PortalViews"]),
        // What our own QR codes are held against.
        .systemLibrary(
            name: "CQRencode", path: "Tests/CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]
        ),
        .testTarget(
            name: "TerminalCanvasTests", dependencies: ["CQRencode", "TerminalCanvas", "PortalDomain", "PortalModel"]),
        .testTarget(
            name: "PortalViewsTests", dependencies: ["PortalViews", "PortalDomain", "PortalModel", "TerminalCanvas"],
            exclude: ["Goldens"]),
        .testTarget(
            name: "PortalServicesTests",
            dependencies: [
                "JSONStream", "LinkedData", "Passport", "PortalServices", "PortalDomain", "PortalMirror", "PortalModel",
                "PortalDemo", "PortalVersion", "SocketIO", "TerminalHarness",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .testTarget(
            name: "PortalStorageTests",
            dependencies: [
                "CFailingDisk", "PortalStorage", "PortalDomain", "PortalModel", "Sealing", "SecretMemory",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "PortalMirrorTests",
            dependencies: ["PortalMirror", "PortalDomain", .product(name: "GRDB", package: "GRDB.swift")]),
        // A disk below SQLite that fails and loses its power when a test says so.
        .target(name: "CFailingDisk", path: "Tests/CFailingDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(name: "Crypt4GHTests", dependencies: ["Crypt4GH", "SecretMemory"]),
        .testTarget(name: "SealingTests", dependencies: ["Sealing", "SecretMemory"]),
        .testTarget(
            name: "SocketIOTests",
            dependencies: [
                "JSONStream", "SocketIO", "TerminalHarness", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .testTarget(
            name: "PassportTests",
            dependencies: [
                "JSONStream", "Passport", "PortalDomain", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "PortalDemoTests",
            dependencies: [
                "PortalDemo", "PortalVersion", .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ]),
        .testTarget(
            name: "TerminalBackendTests",
            dependencies: [
                "CMachine", "TerminalBackend", "TerminalHarness", "TerminalProbe", "TerminalCanvas", "PortalModel",
            ]),
        .testTarget(
            name: "PortalCommandsTests",
            dependencies: [
                "Crypt4GH", "JSONStream", "Passport", "PortalCommands", "PortalDomain", "PortalModel", "PortalServices",
                "PortalStorage",
                "PortalVersion", "PortalViews", "TerminalCanvas", "TerminalHarness",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "PortalTUITests",
            dependencies: [
                "PortalTUI", "PortalCommands", "PortalDomain", "PortalModel", "PortalServices", "PortalStorage",
                "PortalVersion", "TerminalCanvas", "TerminalHarness",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "StoryTests",
            dependencies: [
                "TerminalHarness", "PortalTUI", "PortalCommands", "PortalDemo", "PortalDomain", "PortalModel",
                "PortalServices", "PortalStorage", "PortalVersion", "PortalViews", "TerminalCanvas",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// The same strictness everywhere, set once.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
