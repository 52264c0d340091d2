import CPseudoTerminal
import Glibc

/// A pipe whose ends are closed on exec, and at the end.
final class BytePipe {
    let readEnd: Int32
    let writeEnd: Int32
    private var writeEndIsOpen = true

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard cpt_pipe(&ends) == 0 else {
            throw HarnessError("No pipe can be made: \(String(cString: strerror(errno)))")
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        closeWriteEnd()
        close(readEnd)
    }

    func write(_ text: String) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { raw in
            var rest = raw[...]
            while !rest.isEmpty {
                let count = Glibc.write(writeEnd, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    func closeWriteEnd() {
        if writeEndIsOpen { close(writeEnd) }
        writeEndIsOpen = false
    }

    func readAll() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(readEnd, &buffer, buffer.count)
            if count > 0 { bytes += buffer.prefix(count) } else if count == 0 || errno != EINTR { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
