import FoundationEssentials
import PortalModel
import Testing

@Suite struct FileSignatureTests {
    @Test(arguments: [
        ("x.pdf", "%PDF-1.7\n%âãÏÓ"), ("x.PDF", "%PDF"), ("notes.txt", "502 Bad Gateway"),
        ("page.html", "<html>Hi</html>"),
        ("data.csv", "a,b\n1,2"), ("noname", "some words"), ("letter.doc", "{\\rtf1 words}"), ("x.svg", "<svg/>"),
        ("pdf", "words"),
    ])
    func filesAreTaken(name: String, text: String) {
        #expect(FileSignature.refusal(name: name, mediaType: "application/octet-stream", bytes: Data(text.utf8)) == nil)
    }

    @Test(arguments: [
        ("x.pdf", "<html>502 Bad Gateway</html>", "application/pdf"), ("x.pdf", "  <!DOCTYPE html>", "text/html"),
        ("x.pdf", "upstream connect error", "text/plain"), ("x.docx", #"{"status": 502}"#, "application/json"),
        ("x.png", "no", "image/png"), ("notes.txt", "<HTML><body>Sign in", "text/html; charset=utf-8"),
        ("noname", "Sign in here", "text/html"), ("x.pdf", "", "application/pdf"), ("x.txt", "", "text/plain"),
    ])
    func whatCameInTheirPlaceIsNot(name: String, text: String, type: String) {
        let file = FileContents(name: name, type: type, bytes: Data(text.utf8))
        #expect(FileSignature.refusal(name: name, mediaType: type, bytes: file.bytes)?.sentence.hasSuffix(".") == true)
        #expect(throws: PortalError.self) { try file.checked(operation: "fetching the attachment") }
    }

    @Test func aFileOfAnotherKindIsKept() {
        let photograph = Data([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10])
        #expect(FileSignature.refusal(name: "x.png", mediaType: "image/png", bytes: photograph) == nil)
        #expect(FileSignature.refusal(name: "x.pdf", mediaType: "application/pdf", bytes: photograph) == nil)
    }

    @Test func theNameByWhichThePortalListsItCountsToo() {
        let words = FileContents(name: "attachment-1", type: "text/plain", bytes: Data("bad gateway".utf8))
        #expect(throws: Never.self) { try words.checked(operation: "x") }
        #expect(throws: PortalError.self) { try words.checked(as: "consent.pdf", operation: "x") }
    }
}
