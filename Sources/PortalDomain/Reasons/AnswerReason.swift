/// Why an answer that came was not taken for one, or what a refusal without words of its own means.
public enum AnswerReason: Hashable, Sendable {
    /// JSON that is not what the contract promises, an answer to something else, or nothing at all.
    case anotherShape, anotherQuestion, empty
    /// A record of a list: no object, or one without an id to open it by.
    case noRecord, recordWithoutID
    /// - line: its first line that says something.
    case page(line: String)
    /// - line: its first line.
    case notJSON(line: String)
    /// Beyond what is read into memory.
    case tooManyValues(most: Int)
    /// Beyond what is followed.
    case tooDeep(levels: Int)
    /// Of a document in Turtle: where it stops being one, counted from 1; a name that is abbreviated in a way that was not
    /// declared; more statements than are read.
    case notTurtle(line: Int), undeclaredPrefix, tooManyStatements(most: Int)
    /// Of a document in RDF/XML: where it stops being one, counted from 1; one that unfolds into more than is read; one that
    /// wants others read into it.
    case notRDFXML(line: Int?), tooLong(megabytes: Int), foreignEntities
    /// In the place of Turtle and RDF/XML.
    case onlyJSONLD
    /// A success, where 204 and nothing else was promised.
    case wrongSuccess(status: Int, isEmpty: Bool)
    /// 3xx that leads nowhere.
    case redirectWithoutAddress(status: Int)
    /// 413, 414 or 431 to whoever only reads.
    case askedTooMuch
    /// Where the service does not know the path.
    case pageForAnswer(line: String?)
    /// Of a web server in front of the service, by the scheme of its challenge (RFC 7617).
    case wantsPassword(scheme: String)
    /// Of a firewall in front of it; the id by which whoever runs it finds the call.
    case wantsBrowser(pageID: String?)
    /// Of something else in front of it.
    case foreignPage(line: String?, pageID: String?)
    /// To people, by whoever guards the portal; it comes in the place of any answer.
    case signInPage(line: String)
    /// Of a proxy on the way (407), and of the network that this machine is in (511, RFC 6585).
    case proxyWantsPassword, networkWantsSignIn
    /// Of a search that is read page by page.
    case samePageAgain
    /// In the place of a dataset's description.
    case pageForDescription
    /// - format: that was asked for.
    case noDescription(format: String, line: String)
    /// In the place of a file.
    case emptyFile, pageForFile
    /// - ending: of the file's name, in capitals.
    case textForFile(ending: String)
    /// It has another name than the terms have.
    case otherLicenceFile(name: String)
    /// Asked how it is, a service was silent.
    case noAnswer(seconds: Int)
    /// Asked how it is, a service failed.
    case status(Int)

    /// In English.
    public var sentence: String {
        switch self {
        case .anotherShape: "The answer is JSON of another shape."
        case .anotherQuestion: "It belongs to another question."
        case .empty: "The answer is empty."
        case .noRecord: "The record is not an object."
        case .recordWithoutID: "The record has no id to open it by."
        case .page(let line): "A web page came in place of the answer: “\(line)”."
        case .notJSON(let line): "The answer is not JSON. It begins: “\(line)”."
        case .tooManyValues(let most):
            "The answer holds more than \(most) values, which is more than this program reads."
        case .tooDeep(let levels):
            "The answer is nested more than \(levels) levels deep, which is more than this program reads."
        case .notTurtle(let line): "The document is no Turtle that could be read: line \(line) is at fault."
        case .undeclaredPrefix:
            "The document is no Turtle that could be read: it uses a prefix that it does not declare."
        case .tooManyStatements(let most):
            "The document says more than \(most) things, which is more than this program reads."
        case .onlyJSONLD:
            "The descriptions come as JSON-LD and neither as Turtle nor as RDF/XML, which this program reads. Ask who runs "
                + "the site to offer text/turtle."
        case .notRDFXML(let line):
            "The document is no RDF/XML that could be read\(line.map { ": line \($0) is at fault" } ?? "")."
        case .tooLong(let most):
            "The document unfolds into more than \(most) MB of text, or has a piece longer than anybody means. It was not "
                + "read."
        case .foreignEntities:
            "The document wants others read into it, which this program does not do. It was not read."
        case .wrongSuccess(let status, let isEmpty):
            "The portal answered \(status)\(isEmpty ? " without a word" : "") where 204 was promised."
        case .redirectWithoutAddress(let status):
            "It answered with status \(status) and no address that could be followed."
        case .askedTooMuch: "What was asked for is too long for this portal. Ask for less."
        case .pageForAnswer(let line):
            "A web page came in place of the answer\(line.map { ": “\($0)”" } ?? ""). Is it the service's address, and the "
                + "dialect that it speaks?"
        case .wantsPassword(let scheme):
            "The web server in front of this site wants a name and a password (\(scheme)), which this program does "
                + "not send. Ask who runs the site for an address without it."
        case .wantsBrowser(let id):
            "A firewall in front of the portal wants to see a browser first. Ask who runs the site to let programs "
                + "through.\(Self.naming(id))"
        case .foreignPage(let line, let id):
            "A page came from something in front of the portal, such as a firewall"
                + "\(line.map { ": “\($0)”" } ?? ""). Ask who runs the site about it.\(Self.naming(id))"
        case .signInPage(let line):
            "A page for people to sign in at stands before the portal: “\(line)”. This program cannot pass it. Ask who runs "
                + "the site for an address that programs may use."
        case .proxyWantsPassword:
            "A proxy on the way wants a name and a password. Put them into HTTPS_PROXY (http://name:password@proxy:port), "
                + "or ask who runs the network."
        case .networkWantsSignIn:
            "The network that this machine is in wants you to sign in first, as in hotels and on trains. Open any page in a "
                + "browser, sign in there, then try again."
        case .samePageAgain:
            "The portal gives the same page again, whatever place it is asked for, so the rest cannot be had. Nothing more was "
                + "asked for."
        case .pageForDescription: "A web page came in place of the dataset's description."
        case .noDescription(let format, let line): "What came is no description in \(format). It begins: “\(line)”."
        case .emptyFile: "The file came empty. It was not kept."
        case .pageForFile: "A web page came in place of the file. It was not kept."
        case .textForFile(let ending): "What came is text and no \(ending) file. It was not kept."
        case .otherLicenceFile(let name):
            "The portal gave another file, “\(name)”, than the one with the terms. It is not shown as such."
        case .noAnswer(let seconds): "No answer within \(seconds) s."
        case .status(let status): "It answered with status \(status)."
        }
    }

    private static func naming(_ id: String?) -> String { id.map { " The page names this call \($0)." } ?? "" }
}
