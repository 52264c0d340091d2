import FoundationEssentials
import NIOHTTP1

/// `Retry-After`: seconds, or a date (RFC 9110, 10.2.3).
enum RetryAfter {
    /// Seconds from when the answer was sent: by its own `Date` where it has one, since clocks differ.
    static func seconds(in headers: HTTPHeaders, now: Date = Date()) -> Int? {
        guard let text = headers.first(name: "Retry-After")?.trimmed else { return nil }
        if let seconds = Int(text) { return min(max(0, seconds), longest) }
        guard let then = date(text) else { return nil }
        let sent = headers.first(name: "Date").flatMap { date($0) } ?? now
        return Int(exactly: max(0, then.timeIntervalSince(sent)).rounded(.up)).map { min($0, longest) }
    }

    /// Nil also for what is past already: that asks for nothing, and nobody should be told to wait 0 s.
    static func secondsAhead(in headers: HTTPHeaders, now: Date = Date()) -> Int? {
        seconds(in: headers, now: now).flatMap { $0 > 0 ? $0 : nil }
    }

    /// In seconds: a day. Nobody waits longer, and sums with what a service may write here would overflow.
    private static let longest = 86_400

    /// `Wed, 21 Oct 2026 07:28:00 GMT`.
    static func date(_ text: String) -> Date? {
        let parts = text.split { $0 == " " || $0 == "," }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
            let month = months.firstIndex(of: parts[2].lowercased())
        else { return nil }
        let iso = "\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)T\(parts[4])Z"
        return try? Date.ISO8601FormatStyle().parse(iso)
    }
}
