import Foundation

/// Looks for a program as it would be started: by its path, or in the folders of `PATH`.
enum ExecutableSearch {
    static func finds(_ program: String, in environment: Environment) -> Bool {
        let path = HomePath.expanded(program, home: environment.home)
        guard !path.contains("/") else { return isProgram(path) }
        return (environment["PATH"] ?? "").split(separator: ":").contains { isProgram("\($0)/\(path)") }
    }

    private static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }
}
