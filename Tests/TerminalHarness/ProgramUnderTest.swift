import Foundation

/// Where the built programs are.
public enum ProgramUnderTest {
    /// The path of a built executable: from `PORTAL_BIN` (a directory) when it is set, else beside the tests.
    public static func path(_ name: String) throws -> String {
        let directory = ProcessInfo.processInfo.environment["PORTAL_BIN"] ?? buildDirectory
        let path = directory + "/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw HarnessError("There is no program at \(path). Build it first: swift build --build-tests")
        }
        return path
    }

    public static func portal() throws -> String { try path("portal") }
    public static func demo() throws -> String { try path("portal-demo") }

    /// The tests run from a bundle in the build directory, or from a runner that gets the bundle as an argument.
    private static var buildDirectory: String {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let executable = bundle ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return executable.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? ".build/debug"
    }
}
