import Foundation
import PortalViews
import Testing

@Suite("Numbers, ages and dates as they are read")
struct FormatterTests {
    @Test(
        arguments: [
            (-5.0, "just now"), (0, "just now"), (59, "just now"), (60, "1 min ago"), (3599, "59 min ago"),
            (3600, "1 h ago"), (86_399, "23 h ago"), (86_400, "1 d ago"), (59 * 86_400, "59 d ago"),
            (60 * 86_400, "2 months ago"), (800 * 86_400, "2 years ago"), (.infinity, "just now"), (.nan, "just now"),
        ] as [(Double, String)])
    func ages(seconds: Double, text: String) { #expect(AgeText.text(seconds: seconds) == text) }

    @Test("An age changes only with the minute")
    func agesAreQuiet() {
        #expect(AgeText.text(seconds: 125) == AgeText.text(seconds: 179))
        #expect(AgeText.text(seconds: 125) != AgeText.text(seconds: 180))
    }

    @Test(arguments: [(0.4, "0 s"), (7.9, "7 s"), (75, "1 min 15 s"), (-3, "0 s")] as [(Double, String)])
    func elapsed(seconds: Double, text: String) { #expect(AgeText.elapsed(seconds: seconds) == text) }

    @Test(
        arguments: [(0.01, "0.0 s"), (0.12, "0.1 s"), (9.96, "10 s"), (12.4, "12 s"), (.nan, "0.0 s")]
            as [(Double, String)])
    func durations(seconds: Double, text: String) { #expect(AgeText.duration(seconds: seconds) == text) }

    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1204, "-1,204"),
            (Int.min, "-9,223,372,036,854,775,808"),
        ] as [(Int, String)])
    func counts(count: Int, text: String) { #expect(CountText.text(count) == text) }

    @Test("A count agrees with its noun")
    func nouns() {
        #expect(CountText.text(1, "file") == "1 file")
        #expect(CountText.text(0, "file") == "0 files")
        #expect(CountText.text(2, "entry", "entries") == "2 entries")
    }

    @Test(
        arguments: [
            (-1, "0 B"), (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (9_949, "9.9 kB"), (9_960, "10 kB"),
            (812_000, "812 kB"), (999_949, "1.0 MB"), (4_100_000_000_000, "4.1 TB"), (Int64.max, "9.2 EB"),
        ] as [(Int64, String)])
    func bytes(count: Int64, text: String) { #expect(CountText.bytes(count) == text) }

    @Test(
        arguments: [
            (0.0, "1970-01-01 00:00"), (951_782_400, "2000-02-29 00:00"), (1_795_000_000, "2026-11-18 11:06"),
            (-1, "1969-12-31 23:59"), (-62_135_596_800, "0001-01-01 00:00"), (1e300, "9999-12-31 23:59"),
        ] as [(Double, String)])
    func dates(seconds: Double, text: String) {
        #expect(DateText.minute(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test("Days are those of the Gregorian calendar")
    func everyDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -30_000, through: 60_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 12_345)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let expected = [parts.year, parts.month, parts.day].compactMap { $0 }
            #expect(DateText.day(date).split(separator: "-").compactMap { Int($0) } == expected)
        }
    }

    @Test(
        arguments: [
            (nil, "no end", false), (-90_000, "ended 1 d ago", true), (3600, "ends today", true),
            (86_400, "1 day left", true), (30 * 86_400 + 1, "30 days left", true),
            (31 * 86_400 + 1, "31 days left", false),
            (1_000_000_000, "11,574 days left", false),
        ] as [(Double?, String, Bool)])
    func remaining(seconds: Double?, text: String, isUrgent: Bool) {
        let now = Date(timeIntervalSince1970: 1_795_000_000)
        let remaining = DateText.remaining(until: seconds.map(now.addingTimeInterval), now: now)
        #expect(remaining.text == text)
        #expect(remaining.isUrgent == isUrgent)
    }

    @Test("A period may have one end, two or none")
    func periods() {
        let day = Date(timeIntervalSince1970: 0)
        #expect(DateText.period(from: day, to: day) == "1970-01-01 – 1970-01-01")
        #expect(DateText.period(from: day, to: nil) == "since 1970-01-01")
        #expect(DateText.period(from: nil, to: day) == "until 1970-01-01")
        #expect(DateText.period(from: nil, to: nil) == nil)
    }
}
