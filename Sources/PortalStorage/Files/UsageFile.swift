import FoundationEssentials
import Glibc
import JSONStream
import PortalDomain

/// What was counted, day by day: a line is added when a program ends, and lines are put together when there are many.
/// Losing it does not matter. It holds numbers and days, nothing else.
public struct UsageFile: Sendable {
    /// Where it lies.
    public let path: String
    private let directory: String

    /// - Parameter directory: the program's own for what it keeps of its runs.
    public init(in directory: String) {
        self.directory = directory
        path = directory + "/usage.jsonl"
    }

    /// From here on lines are put together: some hundred runs.
    private static let largest = 65_536
    /// Nothing that this program wrote is larger.
    private static let unbelievable = 4 << 20
    /// Days that are told apart.
    private static let days = 90

    /// The oldest first; what cannot be understood is left out.
    public func read() -> [UsageDay] {
        guard let contents = FileManager.default.contents(atPath: path), contents.count <= Self.unbelievable else {
            return []
        }
        return Self.joined(contents.split(separator: 0x0A).compactMap { UsageLine.read(Data($0)) })
    }

    /// Adds what was counted since the last time.
    ///
    /// - Throws: `.local` where it cannot be written, which is nobody's concern.
    public func add(_ day: UsageDay) throws(PortalError) {
        do {
            try PrivateFiles.makeDirectory(directory)
            // Nobody puts lines together while another adds one.
            let turn = FolderTurn(in: directory)
            try append(UsageLine(day).written())
            try putTogether()
            _ = consume turn
        } catch {
            throw PortalError(.local, operation: "keeping what was counted")
        }
    }

    private func append(_ line: Data) throws {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileFailure(path) }
        defer { close(descriptor) }
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == line.count else { throw FileFailure(path) }
        try PrivateFiles.keepPrivate(path, mode: 0o600)
    }

    private func putTogether() throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > Self.largest else { return }
        var days = read()
        if days.count > Self.days {
            var earlier = UsageFigures()
            let old = days.count - Self.days
            for day in days.prefix(old) { earlier += day.figures }
            days.replaceSubrange(..<old, with: [UsageDay(day: nil, figures: earlier)])
        }
        var contents = Data()
        for day in days { contents += try UsageLine(day).written() }
        try PrivateFiles.replace(path, with: contents)
    }

    private static func joined(_ lines: [UsageDay]) -> [UsageDay] {
        var days: [String: UsageFigures] = [:]
        for line in lines { days[line.day ?? "", default: UsageFigures()] += line.figures }
        return days.sorted { $0.key < $1.key }.map {
            UsageDay(day: $0.key.isEmpty ? nil : $0.key, figures: $0.value)
        }
    }
}

/// A line of the file.
private struct UsageLine: Codable {
    var day: String?
    var answered: Int
    var failed: Int
    var retries: Int
    var calls: [Int]
    var callSeconds: Double
    var hits: Int
    var frames: Int
    var saves: [Int]
    var saveSeconds: Double

    init(_ day: UsageDay) {
        let figures = day.figures
        self.day = day.day
        (answered, failed, retries) = (figures.answered, figures.failed, figures.retries)
        (calls, callSeconds) = (figures.calls.counts, figures.calls.sum)
        (hits, frames) = (figures.hits, figures.frames)
        (saves, saveSeconds) = (figures.saves.counts, figures.saves.sum)
    }

    func written() throws -> Data { Data(try JSONStream.encode(self, dates: .iso8601) + [0x0A]) }

    /// - Returns: nil for what no program of this kind wrote.
    static func read(_ line: Data) -> UsageDay? {
        guard let line = try? JSONDecoder().decode(UsageLine.self, from: line) else { return nil }
        let counts = [line.answered, line.failed, line.retries, line.hits, line.frames] + line.calls + line.saves
        let places = UsageFigures.Durations.bounds.count + 1
        guard line.calls.count == places, line.saves.count == places,
            counts.allSatisfy({ (0...Self.most).contains($0) }),
            [line.callSeconds, line.saveSeconds].allSatisfy({ $0 >= 0 && $0 <= Double(Self.most) }),
            line.day.map(isDay) ?? true
        else { return nil }
        var figures = UsageFigures()
        (figures.answered, figures.failed, figures.retries) = (line.answered, line.failed, line.retries)
        (figures.calls.counts, figures.calls.sum) = (line.calls, line.callSeconds)
        (figures.hits, figures.frames) = (line.hits, line.frames)
        (figures.saves.counts, figures.saves.sum) = (line.saves, line.saveSeconds)
        return UsageDay(day: line.day, figures: figures)
    }

    private static func isDay(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 10
            && bytes.indices.allSatisfy { place in
                place == 4 || place == 7
                    ? bytes[place] == UInt8(ascii: "-")
                    : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
            }
    }

    /// Adding up many lines of this stays a number.
    private static let most = 1_000_000_000_000
}
