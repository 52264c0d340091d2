// swift-tools-version: 6.2
import PackageDescription

// The pure modules and their tests by themselves, to be run as the optimiser leaves them: `make test` does so. The rest
// of the program is run optimised by the stories.
let package = Package(
    name: "optimised",
    targets: [
        .target(name: "PortalDomain"),
        .target(name: "PortalModel", dependencies: ["PortalDomain"]),
        .target(name: "TerminalCanvas", dependencies: ["PortalModel"]),
        .target(name: "PortalViews", dependencies: ["PortalModel", "TerminalCanvas"]),
        .systemLibrary(name: "CQRencode", path: "Tests/CQRencode", pkgConfig: "libqrencode"),
        .testTarget(name: "PortalModelTests", dependencies: ["PortalModel", "PortalViews"]),
        .testTarget(name: "TerminalCanvasTests", dependencies: ["CQRencode", "TerminalCanvas", "PortalModel"]),
        .testTarget(
            name: "PortalViewsTests", dependencies: ["PortalViews", "PortalModel", "TerminalCanvas"],
            exclude: ["Goldens"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
