import FoundationEssentials
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("JSON as services send it")
struct JSONTests {
    @Test("Every kind of value")
    func kinds() throws {
        let value = try JSONValue(literal: #"{"a": [null, true, -7, 2.5, "x", {}], "b": 1e999}"#)
        #expect(value["a"] == .array([.null, .bool(true), .integer(-7), .number(2.5), .string("x"), .object([:])]))
        #expect(value["b"].isNull)
        #expect(value["missing"]["deeper"].isNull)
    }

    @Test("Bytes that are not UTF-8, bare controls and half surrogates are mended")
    func repairs() throws {
        let invalid = Data(#"{"t": "a"#.utf8) + Data([0xFF, 0x01]) + Data("b\tc\"}".utf8)
        #expect(try JSONValue(parsing: invalid)["t"].text == "a\u{FFFD} b c")
        let cut = try JSONValue(literal: #"{"t": "cut \ud83d", "u": "\ud83d\ude00", "v": "\\ud83d", "w": "\udc00"}"#)
        #expect(cut["t"].text == "cut \u{FFFD}")
        #expect(cut["u"].text == "😀")
        #expect(cut["v"].text == #"\ud83d"#)
        #expect(cut["w"].text == "\u{FFFD}")
    }

    @Test("What cannot be mended fails", arguments: ["", "{", "<html>", "{\"a\": }", "nul"])
    func garbage(text: String) {
        #expect(throws: (any Error).self) { try JSONValue(literal: text) }
    }

    @Test("Nesting beyond reason fails instead of exhausting the stack")
    func nesting() {
        #expect(throws: (any Error).self) {
            try JSONValue(literal: String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000))
        }
    }

    @Test("Ids keep every digit", arguments: ["9223372036854775807", "-9223372036854775808", "18446744073709551615"])
    func wholeNumbers(digits: String) throws {
        let value = try JSONValue(literal: "{\"id\": \(digits)}")["id"]
        #expect(value.text == digits)
        #expect(value.integer == Int64(digits))
        #expect(value.double == Double(digits))
    }

    @Test(
        "What is nearly a number, a word or one text is not JSON",
        arguments: [
            "01", "1.", ".5", "+1", "NaN", "Infinity", "-", "tru", "[1,]", "{\"a\" 1}", "{a: 1}", "1 2", "[] x", "'a'",
        ])
    func nearly(text: String) {
        #expect(throws: JSONRefusal.notJSON) { try JSONValue(literal: text) }
    }

    @Test func ofAKeyThatComesTwiceTheLastOneCounts() throws {
        #expect(
            try JSONValue(literal: #"{"a": {"b": 1, "b": 2}, "c": [{"a": 3}], "a": 4}"#)
                == .object(["a": .integer(4), "c": .array([.object(["a": .integer(3)])])]))
    }

    @Test func aByteOrderMarkAndSpaceAroundAreNothing() throws {
        #expect(try JSONValue(literal: "\u{FEFF} \n{}\r\n ") == .object([:]))
        #expect(try JSONValue(literal: #""\u0000\/\ud83d\ude00\u00e4""#) == .string("\0/😀ä"))
    }

    @Test(
        "More values than the bound are refused, in lists, objects and nested", arguments: ["1", "{}", "null", "[[]]"])
    func manyValues(element: String) throws {
        func list(_ count: Int) -> String { "[" + String(repeating: element + ",", count: count) + "0]" }
        let each = element == "[[]]" ? 2 : 1
        let most = JSONReader.mostValues / each
        #expect(throws: JSONRefusal.tooManyValues) { try JSONValue(literal: list(most)) }
        #expect(throws: Never.self) { try JSONValue(literal: list(most - 2)) }
    }

    @Test func nestingIsBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSONValue(literal: nested(JSONReader.deepest)) }
        #expect(throws: JSONRefusal.tooDeep) { try JSONValue(literal: nested(JSONReader.deepest + 1)) }
    }

    @Test(
        "Dates in the forms that are met",
        arguments: [
            ("2024-03-01T10:11:12Z", "2024-03-01T10:11:12Z", "2024-03-01 10:11 UTC"),
            ("2024-03-01T10:11:12.123456Z", "2024-03-01T10:11:12Z", "2024-03-01 10:11 UTC"),
            ("2024-03-01T10:11:12+02:00", "2024-03-01T08:11:12Z", "2024-03-01 08:11 UTC"),
            ("2024-03-01T10:11:12.5-0500", "2024-03-01T15:11:12Z", "2024-03-01 15:11 UTC"),
            ("2024-03-01T10:11:12", "2024-03-01T10:11:12Z", "2024-03-01 10:11 UTC"),
            ("2024-03-01 10:11:12.000", "2024-03-01T10:11:12Z", "2024-03-01 10:11 UTC"),
            ("2024-03-01T10:11Z", "2024-03-01T10:11:00Z", "2024-03-01 10:11 UTC"),
            ("2024-03-01T00:00:00Z", "2024-03-01T00:00:00Z", "2024-03-01"),
            ("2024-03-01", "2024-03-01T00:00:00Z", "2024-03-01"), ("2024-03", "2024-03-01T00:00:00Z", "2024-03"),
            ("2003", "2003-01-01T00:00:00Z", "2003"), (" 2024-03-01 ", "2024-03-01T00:00:00Z", "2024-03-01"),
        ])
    func dates(text: String, iso: String, readable: String) throws {
        let date = try #require(ServiceDate(parsing: text))
        #expect(date.date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false)) != "")
        #expect(Date(timeIntervalSince1970: date.date.timeIntervalSince1970.rounded(.down)).formatted(.iso8601) == iso)
        #expect(date.readable == readable)
    }

    @Test(
        "What is no date is none", arguments: ["", "8/28/2024", "soon", "2024-13-45", "9999999999999", "2024-", "٢٠٢٤"])
    func noDates(text: String) {
        #expect(ServiceDate(parsing: text) == nil)
    }

    @Test("Texts, numbers, flags and labels are understood in other types too")
    func lenient() throws {
        let value = try JSONValue(
            literal: #"""
                {"n": " 12 ", "f": 3.0, "big": 1e300, "t": "TRUE", "one": 1, "l": {"fi": "Hanke", "en": "Project"},
                 "bare": "Project", "labels": [{"language": "sv", "name": "Projekt"}, {"name": null}, 5]}
                """#)
        #expect(value["n"].integer == 12)
        #expect(value["f"].count == 3)
        #expect(value["f"].text == "3")
        #expect(value["big"].integer == nil)
        #expect(value["t"].flag == true)
        #expect(value["one"].flag == true)
        #expect(value["n"].flag == nil)
        #expect(value["l"].localized.text(in: ["fi"]) == "Hanke")
        #expect(value["bare"].localized.text(in: ["fi"]) == "Project")
        #expect(value["labels"].localized.variants.map(\.text) == ["Projekt", "5"])
    }
}
