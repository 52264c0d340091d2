import Foundation
import SecretMemory
import Testing

@testable import Sealing

func secret(_ text: String) -> SecretBytes { Array(text.utf8).withUnsafeBytes { SecretBytes(copying: $0) } }

func key() throws -> SealKey { try #require(SealKey.new()) }

/// A passphrase that costs nothing, so that many can be tried.
let cheap = PassphraseCost(passes: 1, memory: 8192)

/// What a body throws; nil where it throws nothing.
func fault(_ body: () throws(SealFault) -> Void) -> SealFault? {
    do throws(SealFault) { try body() } catch { return error }
    return nil
}

/// A folder of a test's own, which goes with it.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory().trimmingSuffix("/") + "/sealing-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func contents(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }

    func write(_ contents: Data, to name: String) throws {
        try contents.write(to: URL(fileURLWithPath: path + "/" + name))
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) && count > 1 ? String(dropLast(suffix.count)) : self
    }
}
