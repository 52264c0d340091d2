import Foundation
import Testing

/// Bytes as `gzip` packs them, which nobody here wrote.
enum Compressed {
    static func gzip(_ bytes: Data) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-9", "-n", "-c"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // Both at once: either pipe can fill up.
        let writer = Thread {
            try? input.fileHandleForWriting.write(contentsOf: bytes)
            try? input.fileHandleForWriting.close()
        }
        writer.start()
        let packed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return packed
    }

    /// The same in the wrapping of zlib (RFC 1950), which HTTP calls "deflate".
    static func deflate(_ bytes: Data) throws -> Data {
        let packed = try gzip(bytes)
        // Without `-n` a name would follow the ten bytes of the head; behind the data are checksum and length.
        var wrapped = Data([0x78, 0x9C])
        wrapped += packed.dropFirst(10).dropLast(8)
        withUnsafeBytes(of: adler32(bytes).bigEndian) { wrapped += Data($0) }
        return wrapped
    }

    private static func adler32(_ bytes: Data) -> UInt32 {
        var (low, high): (UInt64, UInt64) = (1, 0)
        bytes.withUnsafeBytes { bytes in
            for byte in bytes {
                low &+= UInt64(byte)
                high &+= low
            }
        }
        return UInt32(high % 65_521) << 16 | UInt32(low % 65_521)
    }

    /// An answer with this body in this encoding.
    static func answer(_ body: Data, encoding: String) -> ScriptedServer.Answer {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: \(encoding)\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        return .data(Array(head.utf8) + Array(body))
    }
}
