import Foundation
import Passport
import PortalModel
import PortalServices
import PortalViews
import TerminalCanvas
import Testing

@testable import PortalCommands

/// What a profile says of services beside the catalogue and access management, and how the person is told.
extension ConfigurationTests {
    @Test("How one is told is a way alone, or with more to it; a hook is a program and its arguments")
    func notifications() throws {
        func settings(_ text: String) throws -> NotifySettings { try configuration(text).profiles.screen.notify }
        #expect(try settings("").way == .off)
        #expect(try settings("notify: off").way == .off)
        #expect(try settings("notify: bell").way == .bell)
        let all = try settings("notify: {by: osc777, tmux: true, hook: [~/told, --quiet]}")
        #expect(all.way == .osc777)
        #expect(all.passesTmux)
        #expect(all.hook == ["~/told", "--quiet"])
        #expect(try settings("notify: {hook: /usr/bin/told here}").hook == ["/usr/bin/told here"])

        let told = try configuration(Self.file + "\n    notifications: https://file.example/notifications")
        #expect(told.profile?.notifications == "https://file.example/notifications")
        for wrong in ["http://file.example/notifications", "file.example", "https://a:b@file.example/"] {
            let configuration = try configuration(Self.file + "\n    notifications: \(wrong)")
            let profile = try #require(configuration.profile)
            let words = configuration.problems(with: profile).map(\.message.plain)
            #expect(words.contains { $0.contains("config.yaml, line 7") }, "\(words)")
        }
    }

    @Test("A helpdesk is an address for mail or of a page")
    func helpdesk() throws {
        for right in ["access@portal.example", "https://file.example/help"] {
            let configuration = try configuration(Self.file + "\n    helpdesk: \(right)")
            let profile = try #require(configuration.profile)
            #expect(profile.helpdesk == right)
            let words = configuration.problems(with: profile).map(\.message.plain)
            #expect(!words.contains { $0.contains("config.yaml, line 8") }, "\(words)")
        }
        for wrong in ["access", "ftp://file.example", "http://file.example/help"] {
            let configuration = try configuration(Self.file + "\n    helpdesk: \(wrong)")
            let words = configuration.problems(with: try #require(configuration.profile)).map(\.message.plain)
            #expect(words.contains { $0.contains("config.yaml, line 8") }, "\(words)")
        }
    }

    @Test("The pages of REMS are at the address that is asked, or where the file says")
    func addressOfREMS() throws {
        #expect(try configuration(Self.file).profile?.addressOfREMS == "https://file.example/rems")
        let gdi = Self.file.replacing("/rems\", dialect: rems", with: "/daam\", dialect: gdi")
        #expect(try configuration(gdi).profile?.addressOfREMS == nil)
        let told = gdi + "\n    rems: {address: \"https://rems.example/api/\"}"
        #expect(try configuration(told).profile?.addressOfREMS == "https://rems.example")
    }

    @Test("Where data is fetched from is said by what is spoken there")
    func placesOfData() throws {
        let data = "\n    data: {sda: \"https://download.example\", sftp: outbox.example}"
        let configured = try configuration(Self.file + data)
        let profile = try #require(configured.profile)
        #expect(profile.data == [.sda: "https://download.example", .sftp: "outbox.example"])
        #expect(!configured.problems(with: profile).contains { $0.message.plain.contains("download.example") })
        let entry = String(decoding: try JSONEncoder().encode(Profiles.Entry(profile)), as: UTF8.self)
        #expect(entry.contains(#""sftp":"outbox.example""#))
        // Keys of the environment go with the addresses that were meant: a sign-in is sent to an archive too.
        var other = profile
        other.data[.sda] = "https://elsewhere.example"
        #expect(!other.goesWhere(profile))
        #expect(throws: LaunchFailure.self) { try configuration(Self.file + "\n    data: {s3: x}") }
        let plain = try configuration(Self.file + "\n    data: {sda: \"http://download.example\"}")
        #expect(
            try plain.problems(with: #require(plain.profile)).contains {
                $0.message.plain.contains("http://download.example")
            })
    }

    @Test("A profile says where passports come from, and whose visas are believed")
    func passport() throws {
        let passport = """

                passport:
                  userinfo: https://login.example/userinfo
                  broker: https://id.example/broker/LSAAI/token
                  issuers: [{issuer: "https://rems.example/", keys: "https://rems.example/api/jwk"}]
            """
        let told = try #require(try configuration(Self.file + passport).profile)
        let settings = try #require(told.passport)
        #expect(settings.userInfo == "https://login.example/userinfo" && settings.broker?.hasSuffix("/token") == true)
        #expect(settings.issuers.map(\.name) == ["https://rems.example/"])
        #expect(settings.issuers.map(\.keys) == ["https://rems.example/api/jwk"])
        #expect(told.capabilities(withoutRequests: nil).offers(.passport))
        // A REMS that is asked for access signs all the same.
        let plain = try #require(try configuration(Self.file).profile)
        #expect(plain.capabilities(withoutRequests: nil).offers(.passport))
        #expect(
            PassportPlan(plain).trusting.issuers
                == [.init(name: "https://file.example/rems/", keys: "https://file.example/rems/api/jwk")])
        let gdi = Self.file.replacing("dialect: rems", with: "dialect: gdi")
        let none = try #require(try configuration(gdi).profile)
        #expect(none.capabilities(withoutRequests: nil).refusal(of: .passport)?.sentence.contains("passport") == true)
        #expect(!none.goesWhere(try #require(try configuration(gdi + passport).profile)), "tokens go elsewhere")
    }

    @Test(
        "Issuers are a list of pairs, and nothing else is passed over", arguments: ["https://x", "[https://x]", "[[]]"])
    func issuers(text: String) throws {
        let passport = "\n    passport: {issuers: \(text.contains("[") ? text : "\"\(text)\"")}"
        #expect(throws: LaunchFailure.self) { try configuration(Self.file + passport) }
    }

    @Test(
        "Keys are not fetched within a private network, be it in the file",
        arguments: ["http://rems.example/k", "https://10.0.0.1/k", "http://127.0.0.1:8080/k", "https://localhost/k"])
    func privateKeys(address: String) throws {
        let file =
            Self.file.replacing("ca_file: /of/file.pem", with: "ca_file: /dev/null")
            + "\n    passport: {issuers: [{issuer: x, keys: \"\(address)\"}]}"
        let configuration = try configuration(file)
        let problems = configuration.problems(with: try #require(configuration.profile))
        #expect(problems.contains { Phrasing().text($0.said).contains(address) }, "\(problems)")
    }
}
