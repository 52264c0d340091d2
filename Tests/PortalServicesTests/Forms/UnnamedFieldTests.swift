import Foundation
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("A field without an id is shown, since it may have to be answered, and takes no answer")
struct UnnamedFieldTests {
    @Test func inREMS() throws {
        let form = try #require(
            RequestForm(
                rems: try JSONValue(
                    parsing: Data(
                        """
                        {"form/id": 1, "form/fields": [
                            {"field/id": "a", "field/type": "text", "field/title": {"en": "Known"}},
                            {"field/type": "text", "field/title": {"en": "Which law?"}},
                            {"field/type": "label", "field/title": {"en": "Read this."}},
                            {"field/type": "date"}]}
                        """.utf8))))
        #expect(form.fields.map(\.type) == [.text, .unknown, .label, .unknown])
        #expect(Set(form.fields.map(\.id)).count == 4)
        #expect(form.fields[1].title.text(in: ["en"]) == "Which law?")
        #expect(form.fields[3].title.text(in: ["en"]) == "field 4 (without an id)")
        #expect(!form.fields[1].isOptional)
    }

    @Test func inGDI() throws {
        let form = try #require(
            RequestForm(
                wire: try JSONValue(
                    parsing: Data(
                        """
                        {"id": 1, "fields": [{"type": "table", "title": [{"language": "en", "name": "People"}]},
                            {"id": "b", "type": "email"}, {"type": "header"}]}
                        """.utf8))))
        #expect(form.fields.map(\.type) == [.unknown, .email, .header])
        #expect(form.fields.map(\.id.field) == ["field 1 (without an id)", "b", "field 3 (without an id)"])
    }
}
