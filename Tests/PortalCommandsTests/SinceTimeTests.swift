import Foundation
import Testing

@testable import PortalCommands

@Suite("A time in the past, as it is written")
struct SinceTimeTests {
    private let now = Date(timeIntervalSince1970: 1_750_000_000)

    @Test(arguments: [("30m", 1800.0), ("12h", 43_200), ("2d", 172_800), ("3w", 1_814_400), ("0d", 0)])
    func ago(text: String, seconds: Double) throws {
        let time = try #require(SinceTime(argument: text))
        #expect(time.date(now: now) == now.addingTimeInterval(-seconds))
    }

    @Test(arguments: [
        ("2025-06-01", 1_748_736_000.0), ("2025-06", 1_748_736_000), ("2025", 1_735_689_600),
        ("2025-06-01T12:00:00Z", 1_748_779_200), ("2025-06-01T14:00:00+02:00", 1_748_779_200),
    ])
    func moments(text: String, seconds: Double) throws {
        let time = try #require(SinceTime(argument: text))
        #expect(time.date(now: now) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "d", "-2d", "2 days", "yesterday", "2025-13-01", "99999999999999999999d", "2025-06-01T",
    ])
    func isNone(text: String) {
        #expect(SinceTime(argument: text) == nil)
    }
}
