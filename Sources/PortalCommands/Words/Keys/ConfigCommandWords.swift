import PortalModel

/// `portal config`, `portal profile` and `portal cache`.
enum ConfigCommandWords {
    case nothingWrong
    case noneYet(file: String)
    case nothingWrongIn(files: [String])
    case noPortalYet
    case origin(Configuration.Origin)
    // What forms ask of the person.
    case nothingKept
    case refused([Refused])
    case keptIn(path: String)
    case howToAnswer
    case question(PersonalProfile.Entry, before: String)
    case nothingWasKept, removed
    // Kept answers.
    case cleared, wasEmpty
    // Man pages.
    case manualNotWritten(folder: String, words: String)

    /// An entry of the profile that cannot be so.
    struct Refused {
        var entry: PersonalProfile.Entry
        var fault: PersonalProfile.Fault
    }
}
