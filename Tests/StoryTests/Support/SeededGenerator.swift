import Foundation

/// Random numbers that are the same for the same seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    /// To be named in every failure.
    let seed: UInt64
    private var state: UInt64

    /// - Parameter variable: an environment variable that repeats a seed; without it every run has another one.
    init(repeating variable: String) {
        let wanted = ProcessInfo.processInfo.environment[variable].flatMap { UInt64($0) }
        self.init(seed: wanted ?? UInt64.random(in: 1...999_999))
    }

    init(seed: UInt64) {
        self.seed = seed
        state = seed &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A moment that nobody chose.
    mutating func pause(upTo milliseconds: Int) -> Duration {
        .milliseconds(Int.random(in: 0...milliseconds, using: &self))
    }
}
