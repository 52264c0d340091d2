import PortalModel

@testable import TerminalCanvas

/// Feeds a decoder with pieces of bytes, a pause before each, and lets its deadlines pass as the event loop does.
struct Typist {
    var decoder: KeyDecoder
    var time = 100.0
    var inputs: [TerminalInput] = []

    init(outstanding: Int = 0) {
        decoder = KeyDecoder()
        decoder.answersOutstanding = outstanding
    }

    mutating func type(_ text: String, after pause: Double = 0.5) {
        wait(pause)
        for scalar in text.unicodeScalars { take(.scalar(scalar.value)) }
    }

    mutating func press(_ code: Int32, after pause: Double = 0.5) {
        wait(pause)
        take(.code(code))
    }

    /// Answers are counted as `FramePacer` counts them.
    private mutating func take(_ unit: InputUnit) {
        let new = decoder.feed(unit, at: time)
        inputs += new
        let answers = new.count { $0 == .statusAnswer }
        decoder.answersOutstanding = max(decoder.answersOutstanding - answers, 0)
    }

    mutating func wait(_ seconds: Double) {
        let end = time + seconds
        while let deadline = decoder.deadline, deadline <= end {
            inputs += decoder.expire(at: deadline)
            time = max(time, deadline)
        }
        time = end
    }

    var keys: [Key] {
        inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }
}

/// What one burst of bytes is decoded to once every deadline has passed.
func decode(_ text: String, outstanding: Int = 0) -> [TerminalInput] {
    var typist = Typist(outstanding: outstanding)
    typist.type(text)
    typist.wait(10)
    return typist.inputs
}
