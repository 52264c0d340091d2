import Foundation
import JSONStream
import PortalModel
import Testing

@testable import PortalServices

@Suite("What REMS tells of requests besides their forms")
struct REMSFollowUpTests {
    private let reader = REMSReader(naming: .resource, user: nil)

    @Test func theListNamesEverybodyWhoTakesPart() throws {
        let value = try JSONValue(
            literal: #"""
                {"application/id": 3, "application/state": "application.state/submitted",
                 "application/applicant": {"userid": "ada", "name": "Ada", "email": "ada@example.org"},
                 "application/members": [{"userid": "grace", "name": "Grace"}, null, {"email": "lin@example.org"}],
                 "application/invited-members": [{"name": "Bo", "email": "bo@example.org"}]}
                """#)
        #expect(
            try #require(reader.summary(value)).people == [
                "Ada", "ada@example.org", "Grace", "lin@example.org", "Bo", "bo@example.org",
            ])
    }

    @Test func aDraftThatGoesIsTold() throws {
        let value = try JSONValue(
            literal: #"""
                {"application/id": 3, "application/state": "application.state/draft", "application/events": [
                 {"event/type": "application.event/created", "event/time": "2026-01-01T10:00:00Z"},
                 {"event/type": "application.event/expiration-notifications-sent", "event/time": "2026-03-01T10:00:00Z",
                  "application/expires-on": "2026-04-01T10:00:00Z"}]}
                """#)
        let application = try #require(reader.application(value, requested: ApplicationID(3)))
        #expect(application.expires == Date(timeIntervalSince1970: 1_775_037_600))
    }

    @Test func anEntitlementNamesItsRequest() throws {
        let value = try JSONValue(literal: #"{"resource": "urn:1", "application-id": 8}"#)
        #expect(Entitlement(rems: value)?.application == ApplicationID(8))
        let without = try JSONValue(literal: #"{"resource": "urn:1", "application-id": null}"#)
        #expect(try #require(Entitlement(rems: without)).application == nil)
    }
}
