"""What REMS sends: one event as the JSON body of an HTTP PUT, with the application as the event left it.

CSCfi/rems@16bcd1162351cb7d258530c567d0411d9f2119aa: src/clj/rems/event_notification.clj (the PUT, and the body as the
event with `event/application` beside its own keys), docs/event-notification.md (keys and examples),
src/clj/rems/application/model.clj (get-event-visibility: what an applicant does not see).
"""
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

# Beyond this a number is another one in Lua and in JavaScript.
LARGEST = 2**53 - 1
HIDDEN = "visibility/handling-users"

Number = Annotated[int, Field(ge=1, le=LARGEST, strict=True)]
UserID = Annotated[str, Field(min_length=1, max_length=500, strict=True)]


class Part(BaseModel):
    # Everything else that REMS sends is dropped here: names, addresses, answers, comments.
    model_config = ConfigDict(extra="ignore", frozen=True)


class Person(Part):
    userid: UserID


class PastEvent(Part):
    id: int | None = Field(None, alias="event/id")
    visibility: str | None = Field(None, alias="event/visibility")


class Application(Part):
    id: Number = Field(alias="application/id")
    applicant: Person = Field(alias="application/applicant")
    members: list[Person] = Field(alias="application/members", max_length=10_000)
    events: list[PastEvent] = Field([], alias="application/events")


class Event(Part):
    """One event; `people` are those whom it concerns once it has happened."""

    id: Number = Field(alias="event/id")
    application_id: Number = Field(alias="application/id")
    public: bool | None = Field(None, alias="event/public")
    application: Application = Field(alias="event/application")

    @property
    def is_consistent(self) -> bool:
        """Whether the people are those of the application that is spoken of."""
        return self.application.id == self.application_id

    @property
    def people(self) -> list[str]:
        return sorted({self.application.applicant.userid, *(member.userid for member in self.application.members)})

    @property
    def is_hidden(self) -> bool:
        """Whether REMS shows this event to those who handle the application only."""
        listed = (past.visibility for past in self.application.events if past.id == self.id)
        return self.public is False or HIDDEN in listed
