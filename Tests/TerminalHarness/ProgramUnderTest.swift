import Foundation

/// Where the built programs are.
public enum ProgramUnderTest {
    /// The directory with what is shipped, when that is what is to be tested: `PORTAL_BIN`.
    public static var shippedDirectory: String? { ProcessInfo.processInfo.environment["PORTAL_BIN"] }

    /// The path of an executable that is built beside the tests.
    public static func path(_ name: String) throws -> String { try path(name, in: buildDirectory) }

    public static func portal() throws -> String { try path("portal", in: shippedDirectory ?? buildDirectory) }
    public static func demo() throws -> String { try path("portal-demo", in: shippedDirectory ?? buildDirectory) }

    private static func path(_ name: String, in directory: String) throws -> String {
        let path = directory + "/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw HarnessError("There is no program at \(path). Build it first: swift build --build-tests")
        }
        return path
    }

    /// The tests run from a bundle in the build directory, or from a runner that gets the bundle as an argument.
    private static var buildDirectory: String {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let executable = bundle ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return executable.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? ".build/debug"
    }
}
