import PortalModel
import Testing

@Suite("Dates and their calendar")
struct DateFieldTests {
    @Test func daysAreCountedWithoutGapsOverCenturies() throws {
        var date = try #require(ISODate("1599-12-31"))
        var weekday = date.weekday
        for number in date.dayNumber + 1...date.dayNumber + 293_000 {
            let next = ISODate(dayNumber: number)
            #expect(next > date && next.dayNumber == number)
            #expect(ISODate(next.text) == next)
            weekday = weekday % 7 + 1
            #expect(next.weekday == weekday)
            date = next
        }
        #expect(date.year > 2400)
    }

    @Test(arguments: [("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-21", 20_778, 6)])
    func someDaysAreKnown(text: String, number: Int, weekday: Int) throws {
        let date = try #require(ISODate(text))
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-15", -1, "2025-12-15"),
        ("2024-02-29", 12, "2025-02-28"), ("9999-12-31", 1, "9999-12-31"), ("0000-01-01", -1, "0000-01-01"),
    ])
    func monthsKeepTheDayAsFarAsTheyHaveIt(from: String, months: Int, to: String) throws {
        #expect(try #require(ISODate(from)).adding(months: months).text == to)
    }

    @Test func theYearsHaveAnEnd() throws {
        #expect(try #require(ISODate("9999-12-31")).adding(days: 1).text == "9999-12-31")
        #expect(try #require(ISODate("0000-01-01")).adding(days: -1).text == "0000-01-01")
    }

    @Test func aMonthIsWeeksFromMondayToSunday() throws {
        let month = CalendarMonth(of: try #require(ISODate("2026-02-10")))
        #expect(month.title == "February 2026")
        // The first is a Sunday.
        #expect(month.weeks.first?.map { $0?.day } == [nil, nil, nil, nil, nil, nil, 1])
        #expect(month.weeks.allSatisfy { $0.count == 7 })
        #expect(month.weeks.joined().compactMap(\.self).map(\.day) == Array(1...28))
    }

    private func story() -> FormStory {
        FormStory([FormStory.field("until", .date), FormStory.field("title", .text)])
    }

    @Test func aDateIsTypedInIsoForm() throws {
        var story = story()
        story.type("2026-03-31")
        #expect(try story.answer("until") == .text("2026-03-31"))
        #expect(try story.wizard.mode == .editingText)
        story.press(.tab)
        let until = try #require(try story.wizard.form?.fields.first)
        #expect(try story.wizard.status(of: until) == .valid)
    }

    @Test func theCalendarOpensAtWhatIsWrittenAndElseToday() throws {
        var story = story()
        story.press(.function(2))
        #expect(try story.wizard.mode == .choosingDay)
        story.press(.enter)
        // The stories begin on this day.
        #expect(try story.answer("until") == .text("2025-06-15"))
        story.press(.function(2), .right, .down, .pageDown, .character(" "))
        #expect(try story.answer("until") == .text("2025-07-23"))
        #expect(try story.wizard.mode == .editingText)
    }

    @Test func escapeClosesTheCalendarAndLeavesWhatIsWritten() throws {
        var story = story()
        story.type("2026-01-02")
        story.press(.function(2), .character("y"), .end, .character("t"), .home, .escape)
        #expect(try story.answer("until") == .text("2026-01-02"))
        #expect(try story.wizard.mode == .editingText)
        #expect(story.state.screen == .wizard)
    }

    @Test func aClickOnADayChoosesIt() throws {
        var story = story()
        story.press(.function(2))
        story.send(.clicked(.day(try #require(ISODate("2025-06-03"))), .press))
        #expect(try story.answer("until") == .text("2025-06-03"))
    }

    @Test func theCalendarIsForDatesOnly() throws {
        var story = story()
        story.press(.tab)
        #expect(story.state.availability(of: .openCalendar) == .hidden)
        // Its key is that of the commands elsewhere.
        story.press(.function(2))
        #expect(try story.wizard.mode == .editingText)
        guard case .palette = story.state.overlay else {
            Issue.record("no palette")
            return
        }
    }

    @Test(
        "Phone numbers are brought into international form when they are left",
        arguments: [
            ("0049 (0)89 / 123-45", "+49 89 12345"), (" +358 9 123 456 ", "+358 9 123 456"),
            ("+44(20)7946.0018", "+442079460018"), ("089 12345", "089 12345"), ("+1 abc", "+1 abc"), ("", ""),
        ])
    func phoneNumbers(typed: String, kept: String) throws {
        #expect(FieldSyntax.internationalPhoneNumber(typed) == kept)
        var story = FormStory([FormStory.field("phone", .phoneNumber), FormStory.field("title", .text)])
        story.type(typed)
        story.press(.tab)
        #expect(try story.answer("phone") == .text(kept))
    }
}
