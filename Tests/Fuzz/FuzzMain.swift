import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What libFuzzer calls with every input (`scripts/fuzz.sh`). Which target it drives is said by `FUZZ_TARGET`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    FuzzTarget.chosen(bytes)
    return 0
}

/// A part of the program that reads what others wrote, with what must hold whatever they wrote.
enum FuzzTarget {
    static let all: [String: @Sendable ([UInt8]) -> Void] = [
        "keys": KeysTarget.run, "sanitizer": SanitizerTarget.run, "json": JSONTarget.run,
        "redirect": RedirectTarget.run, "retry-after": RetryAfterTarget.run,
        "socketio": SocketIOTarget.run,
        "query": QueryTarget.run, "turtle": TurtleTarget.run,
    ]

    static let chosen: @Sendable ([UInt8]) -> Void = {
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = all[name] else {
            say("FUZZ_TARGET is none of \(all.keys.sorted().joined(separator: ", "))")
            exit(2)
        }
        return target
    }()

    /// Ends the run as a finding: libFuzzer keeps the input.
    static func expect(_ condition: Bool, _ words: @autoclosure () -> String) {
        guard !condition else { return }
        say("does not hold: \(words())")
        abort()
    }

    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
