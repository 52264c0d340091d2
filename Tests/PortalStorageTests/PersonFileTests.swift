import Foundation
import PortalModel
import PortalStorage
import Testing

@Suite("The personal profile on the disk")
struct PersonFileTests {
    private let bench: Workbench

    init() throws { bench = try Workbench() }

    private var file: PersonFile { PersonFile(bench.directories) }
    private let person = PersonalProfile([.name: "Ada Lovelace", .phone: "+46 8 123 456"])

    @Test func itComesBackAndNobodyElseCanReadIt() throws {
        #expect(try file.read() == PersonalProfile())
        try file.write(person)
        #expect(try file.read() == person)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func anEmptyOneHasNoFile() throws {
        try file.write(person)
        try file.write(PersonalProfile())
        #expect(!FileManager.default.fileExists(atPath: file.path))
        try file.remove()
    }

    @Test func entriesOfOtherVersionsArePassedOverAndDamageIsSaid() throws {
        try file.write(person)
        try Data(#"{"name": "Ada", "pronouns": "she"}"#.utf8).write(to: URL(filePath: file.path))
        #expect(try file.read() == PersonalProfile([.name: "Ada"]))
        try Data("{".utf8).write(to: URL(filePath: file.path))
        #expect(throws: PortalError.self) { try file.read() }
    }
}
