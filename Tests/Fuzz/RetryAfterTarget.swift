import FoundationEssentials

/// `Retry-After` as a service may write it: never less than nothing, never more than a day.
enum RetryAfterTarget {
    private static let day = 86_400

    static func run(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let text = String(decoding: parts[0], as: UTF8.self)
        var headers = HTTPHeaders()
        headers.values["Retry-After"] = text
        if parts.count > 1 { headers.values["Date"] = String(decoding: parts[1], as: UTF8.self) }
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let seconds = RetryAfter.seconds(in: headers, now: now)
        FuzzTarget.expect(seconds.map { (0...day).contains($0) } ?? true, "\(seconds ?? 0) s")
        if let number = Int(text) { FuzzTarget.expect(seconds == min(max(0, number), day), "a number is another") }
        guard bytes.count >= 4 else { return }
        // Every second up to the year 2106, as HTTP writes it.
        let epoch = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let date = Date(timeIntervalSince1970: TimeInterval(epoch))
        FuzzTarget.expect(RetryAfter.date(imfDate(date)) == date, "\(imfDate(date)) is another moment")
    }

    private static func imfDate(_ date: Date) -> String {
        let iso = date.formatted(.iso8601).split { "-T:Z".contains($0) }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let weekday = days[Int(date.timeIntervalSince1970 / 86_400) % 7]
        let month = months[(Int(iso[1]) ?? 1) - 1]
        return "\(weekday), \(iso[2]) \(month) \(iso[0]) \(iso[3]):\(iso[4]):\(iso[5]) GMT"
    }
}
