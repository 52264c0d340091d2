import CTerminal
import Glibc
import TerminalCanvas

/// Catches what ncurses writes, so that a frame, its cursor and the question to the terminal leave in one write and
/// the bytes can be counted.
///
/// ncurses writes to a file in memory. A pipe would do as well until a frame is larger than the pipe.
final class OutputTap {
    /// For ncurses' `newterm`.
    let file: UnsafeMutablePointer<FILE>
    private let descriptor: Int32
    private var bytes: [UInt8] = []
    private var filtered: [UInt8] = []

    /// Sequences that ncurses sends and the program does not want.
    var unwanted: [[UInt8]] = []
    /// What is left of the changes of colours and attributes.
    var renditions = RenditionFilter(movesWithAttributes: false)

    init() throws(SystemError) {
        descriptor = ct_memory_file("terminal-output")
        guard descriptor >= 0 else { throw SystemError("make a buffer for the screen") }
        guard let file = fdopen(descriptor, "w") else {
            let error = SystemError("make a buffer for the screen")
            close(descriptor)
            throw error
        }
        self.file = file
    }

    deinit {
        fclose(file)
    }

    /// What ncurses wrote since the last call. Adds `tail` when there is anything, or when `always` is set.
    func take(tail: String = "", always: Bool = false) -> [UInt8] {
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        bytes.removeAll(keepingCapacity: true)
        if count > 0 {
            bytes.append(contentsOf: repeatElement(0, count: count))
            let read = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, 0) }
            bytes.removeLast(count - max(read, 0))
            lseek(descriptor, 0, SEEK_SET)
        }
        for sequence in unwanted where !sequence.isEmpty {
            while let place = place(of: sequence) { bytes.removeSubrange(place..<place + sequence.count) }
        }
        renditions.filter(bytes, into: &filtered)
        if !filtered.isEmpty || always { filtered.append(contentsOf: tail.utf8) }
        return filtered
    }

    /// Asked for every frame: memory is compared where the first byte is alone.
    private func place(of sequence: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var start = 0
            while bytes.count - start >= sequence.count,
                let found = memchr(base + start, Int32(sequence[0]), bytes.count - start)
            {
                let offset = UnsafeRawPointer(found) - base
                guard bytes.count - offset >= sequence.count else { return nil }
                if memcmp(found, sequence, sequence.count) == 0 { return offset }
                start = offset + 1
            }
            return nil
        }
    }
}
