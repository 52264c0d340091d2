import Foundation
import JSONStream
import PortalModel
import Testing

@testable import PortalCommands

@Suite struct JSONStreamTests {
    private struct Everything: Codable, Equatable {
        enum Choice: Codable, Equatable { case one(String), two(Int, named: Bool), none }
        struct Inner: Codable, Equatable { var list: [Int?], empty: [String], none: String? }

        var text = "quotes \" \\ / tab \t line \n DEL \u{7F} é 漢 😀 \u{0}\u{1B}"
        var empty = ""
        var whole = -7
        var large = UInt64.max
        var fraction = 0.1
        var tiny = 1e-300
        var flag = true
        var date = Date(timeIntervalSinceReferenceDate: 700_000_000.25)
        var data = Data([0, 255, 7])
        var address = URL(string: "https://example.org/a?b=c#d")
        var choices = [Choice.one("x"), .two(3, named: false), .none]
        var inner = [Inner(list: [1, nil, 2], empty: [], none: nil)]
        var byNumber = [1: "one", 2: "two"]
        var byName = ["a": [["b": 1.5]]]
        var set: Set<Int8> = [1]
        var id = DatasetID("d/1")
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let value = Everything()
        let json = try JSONStream.encode(value, dates: .seconds)
        #expect(try JSONDecoder().decode(Everything.self, from: Data(json)) == value)
        let numbers = try JSONStream.encode([1.0, 2.5, 1e20], dates: .seconds)
        #expect(String(decoding: numbers, as: UTF8.self) == "[1,2.5,1e+20]")
        #expect(throws: EncodingError.self) { try JSONStream.encode([Double.nan], dates: .seconds) }
    }

    /// What has no keys, and what a class or a wrapper asks of its encoder twice.
    @Test func emptyAndDoubledContainersAreWhole() throws {
        struct Nothing: Codable {}
        struct Twice: Encodable {
            enum Key: String, CodingKey { case first, second }
            func encode(to encoder: any Encoder) throws {
                var one = encoder.container(keyedBy: Key.self)
                try one.encode([Nothing()], forKey: .first)
                var other = encoder.container(keyedBy: Key.self)
                try other.encode(2, forKey: .second)
            }
        }
        let json = try JSONStream.encode([Twice()], dates: .seconds)
        #expect(String(decoding: json, as: UTF8.self) == #"[{"first":[{}],"second":2}]"#)
        #expect(String(decoding: try JSONStream.encode(Nothing(), dates: .seconds), as: UTF8.self) == "{}")
    }

    @Test func aContainerThatWasLeftIsRefused() {
        struct Crossed: Encodable {
            enum Key: String, CodingKey { case first, second }
            func encode(to encoder: any Encoder) throws {
                var object = encoder.container(keyedBy: Key.self)
                var inner = object.nestedUnkeyedContainer(forKey: .first)
                try object.encode(1, forKey: .second)
                try inner.encode(2)
            }
        }
        struct Deep: Encodable {
            var levels: Int
            func encode(to encoder: any Encoder) throws {
                var list = encoder.unkeyedContainer()
                if levels > 0 { try list.encode(Deep(levels: levels - 1)) }
            }
        }
        #expect(throws: EncodingError.self) { try JSONStream.encode(Crossed(), dates: .seconds) }
        #expect(throws: EncodingError.self) { try JSONStream.encode(Deep(levels: 200), dates: .seconds) }
    }

    /// The short way gives what the long one gave.
    @Test func aDatasetIsWrittenInTheOrderOfItsKeys() throws {
        var dataset = DatasetSummary(id: DatasetID("a"), title: "T/1 “é”")
        dataset.keywords = ["x", "y"]
        dataset.modified = Date(timeIntervalSince1970: 1_700_000_000)
        dataset.individuals = 5
        dataset.identifier = "EGAD1"
        dataset.accessRights = LabelledValue(value: "r", label: "R")
        dataset.catalogue = "C"
        dataset.created = dataset.modified
        dataset.records = 3
        dataset.distributionCount = 2
        let record = DatasetRecord(dataset)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        #expect(try TerminalJSON(record).text == String(decoding: try encoder.encode(record), as: UTF8.self))
    }
}
