/// What a person can do, by the name that `keys:` in a configuration takes and docs/KEYS.md shows.
///
/// What is known of it stands in the `CommandSpec` that binds it. A command that no other code names needs no constant
/// here: its spec spells the name.
public struct Command: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral name: String) { rawValue = name }
}

/// Names that code speaks of: what clicks, messages and other commands lead to.
extension Command {
    // Everywhere
    /// What the keys do in the contexts that are in force.
    public static let showHelp: Command = "showHelp"
    /// Every command by its name, its help and its synonyms.
    public static let showPalette: Command = "showPalette"
    /// The calls that went wrong in this run, with their request ids.
    public static let showFailures: Command = "showFailures"
    /// How the services of the portal are. Asks all of them anew.
    public static let showHealth: Command = "showHealth"
    /// To the datasets; from an open dataset on that screen back to its list.
    public static let showBrowser: Command = "showBrowser"
    /// To what was put aside for a request.
    public static let showBasket: Command = "showBasket"
    /// To the list of requests, which is fetched anew.
    public static let showRequests: Command = "showRequests"
    /// One level up, whatever lies over the screen or is open in it; stops what is loading there.
    public static let goBack: Command = "goBack"
    /// Ends the program once everything is on the disk; asks where something would be lost.
    public static let quit: Command = "quit"
    /// Stops the reads that the person waits for. Never ends the program.
    public static let cancel: Command = "cancel"
    /// Gives the terminal back to the shell until `fg`.
    public static let suspend: Command = "suspend"
    /// Sends every cell anew, after something else has written to the terminal.
    public static let redraw: Command = "redraw"
    /// Takes the mouse, or leaves it to the terminal for selecting text.
    public static let toggleMouse: Command = "toggleMouse"
    /// Begins to sign in, in the way that suits this terminal.
    public static let signIn: Command = "signIn"
    /// Forgets the tokens here and has them revoked (RFC 7009).
    public static let signOut: Command = "signOut"
    /// Opens the personal profile, whose entries are offered where forms ask for them.
    public static let editPerson: Command = "editPerson"
    /// The portals that are set up: to change over, to set one up, to change or remove one.
    public static let showPortals: Command = "showPortals"
    // Lists and texts
    /// One line up in what has the keys.
    public static let moveUp: Command = "moveUp"
    /// One line down in what has the keys.
    public static let moveDown: Command = "moveDown"
    /// As many lines up as are in sight; in a calendar the month before.
    public static let pageUp: Command = "pageUp"
    /// As many lines down as are in sight; in a calendar the next month.
    public static let pageDown: Command = "pageDown"
    /// To the first line; in a calendar to the first day of the month.
    public static let moveToStart: Command = "moveToStart"
    /// To the last line; in a calendar to the last day of the month.
    public static let moveToEnd: Command = "moveToEnd"
    /// What the line under the cursor leads to: a dataset, a request, a licence's text, the next step.
    public static let open: Command = "open"
    // Browser
    /// Into the line in which datasets are searched while it is typed.
    public static let search: Command = "search"
    /// From the line of the search to its results; the words stay.
    public static let leaveSearch: Command = "leaveSearch"
    /// Empties the line of the search and goes to the list.
    public static let clearSearch: Command = "clearSearch"
    /// Into the panel of facets, which is opened where the screen is too narrow to show it always.
    public static let showFacets: Command = "showFacets"
    /// The menu of the orders that the catalogue offers.
    public static let chooseSort: Command = "chooseSort"
    /// All of the words or any of them. How facets are joined does not change.
    public static let toggleMatching: Command = "toggleMatching"
    /// Whether searches ask the Beacon network too (`includeBeacon` of `discovery.yaml`), which facets of its own need.
    public static let toggleBeacon: Command = "toggleBeacon"
    /// Takes off the value or condition that was added last.
    public static let removeLastFacet: Command = "removeLastFacet"
    /// Takes off every value and condition at once; `undoSearch` puts them back.
    public static let clearFacets: Command = "clearFacets"
    /// Takes back the last change by a command of facets, words, matching or Beacon; the order stays.
    public static let undoSearch: Command = "undoSearch"
    /// Marks the dataset under the cursor, or unmarks it. Marks stay when something else is searched.
    public static let toggleMark: Command = "toggleMark"
    /// Marks everything from the dataset that was marked last to the cursor, as far as it is fetched.
    public static let markRange: Command = "markRange"
    /// Puts the dataset, or all that are marked, into the basket; takes a single one out that is in it.
    public static let addToBasket: Command = "addToBasket"
    /// In the wizard: tries again what failed, or asks the portal what it has.
    public static let retry: Command = "retry"
    /// Asks the service anew for what is on the screen, whatever was kept of an earlier answer.
    public static let refresh: Command = "refresh"
    // Facets
    /// Ticks the value under the cursor, or unticks it, and searches.
    public static let toggleFacetValue: Command = "toggleFacetValue"
    /// To the next filter of the panel; after the last one comes the first.
    public static let nextFilter: Command = "nextFilter"
    /// To the filter before; before the first one comes the last.
    public static let previousFilter: Command = "previousFilter"
    // Dataset
    /// To the next part of a dataset's description.
    public static let nextTab: Command = "nextTab"
    /// To the part of a dataset's description before.
    public static let previousTab: Command = "previousTab"
    /// The identifier of the dataset, or the number of the request, to the clipboard; of a text its words.
    public static let copyIdentifier: Command = "copyIdentifier"
    /// The search that is shown, as one line, to the clipboard.
    public static let copySearch: Command = "copySearch"
    /// What the word at the cursor of the search line may become: the next, and the one before.
    public static let completeLine: Command = "completeLine"
    /// See `completeLine`.
    public static let completeLineBefore: Command = "completeLineBefore"
    /// To an earlier search, and back.
    public static let earlierLine: Command = "earlierLine"
    /// See `earlierLine`.
    public static let laterLine: Command = "laterLine"
    /// The list of earlier searches.
    public static let showEarlierSearches: Command = "showEarlierSearches"
    /// Where a dataset is to be had, or where the portal's REMS shows a request, to the clipboard.
    public static let copyAddress: Command = "copyAddress"
    /// The address of whoever answers for the dataset, to the clipboard.
    public static let copyContact: Command = "copyContact"
    /// The forms in which the catalogue gives a description out (`{id}.rdf`, `.ttl`, `.jsonld` of `discovery.yaml`).
    public static let exportDataset: Command = "exportDataset"
    // Basket
    /// Takes the dataset under the cursor out; `undoRemove` puts it back.
    public static let removeFromBasket: Command = "removeFromBasket"
    /// Puts back what was taken out of the basket last, where it was.
    public static let undoRemove: Command = "undoRemove"
    /// Begins a request for the basket, or for the dataset in hand.
    public static let newRequest: Command = "newRequest"
    // Requests
    /// Into the line in which the list of requests is narrowed while it is typed.
    public static let findRequest: Command = "findRequest"
    /// To the next of `RequestSort`.
    public static let sortRequests: Command = "sortRequests"
    /// Opens the wizard on a draft or a returned request.
    public static let editRequest: Command = "editRequest"
    /// Deletes a draft, here and at the portal, after a question.
    public static let deleteRequest: Command = "deleteRequest"
    /// The menu of the states that the list of requests can be narrowed to.
    public static let filterRequests: Command = "filterRequests"
    /// Takes the marks of what is new off all requests.
    public static let markAllRead: Command = "markAllRead"
    /// Ends a submitted request, after a question. Cannot be taken back.
    public static let closeRequest: Command = "closeRequest"
    /// The menu of the datasets of a draft or returned request and of the basket, those asked for ticked.
    public static let changeDatasets: Command = "changeDatasets"
    /// The menu of the files that are attached to a request.
    public static let showFiles: Command = "showFiles"
    // Granted access
    /// The list of what access was granted, and until when.
    public static let showGranted: Command = "showGranted"
    /// The visas of the person's passport.
    public static let showPassport: Command = "showPassport"
    /// Copies the request that an access came from: no service prolongs one.
    public static let renewAccess: Command = "renewAccess"
    /// The whole list of granted access as comma-separated values, to the clipboard.
    public static let copyTable: Command = "copyTable"
    /// Makes a draft with the datasets and answers of a request; licences have to be accepted anew.
    public static let copyRequest: Command = "copyRequest"
    // Wizard
    /// To the next question, over the ends of forms.
    public static let nextField: Command = "nextField"
    /// To the question before, over the ends of forms.
    public static let previousField: Command = "previousField"
    /// To the next page of the wizard.
    public static let nextStep: Command = "nextStep"
    /// To the page of the wizard before.
    public static let previousStep: Command = "previousStep"
    /// To the next field or licence without which the request cannot be submitted.
    public static let nextMissing: Command = "nextMissing"
    /// To the page on which the request is read through before it is submitted.
    public static let showReview: Command = "showReview"
    /// Opens the answer in `$VISUAL` or `$EDITOR`; what is saved there is taken over.
    public static let editInEditor: Command = "editInEditor"
    /// Chooses the option under the cursor, or takes the choice back; in a menu ticks it.
    public static let toggleChoice: Command = "toggleChoice"
    /// To the cell, day or choice before.
    public static let moveLeft: Command = "moveLeft"
    /// To the next cell, day or choice.
    public static let moveRight: Command = "moveRight"
    /// The month of the date that is written, or of today.
    public static let openCalendar: Command = "openCalendar"
    /// The same day of the year before.
    public static let previousYear: Command = "previousYear"
    /// The same day of the next year.
    public static let nextYear: Command = "nextYear"
    /// To today, by the clock of this machine.
    public static let goToToday: Command = "goToToday"
    /// Opens the text of the cell under the cursor.
    public static let editCell: Command = "editCell"
    /// To the next cell, over the ends of rows; after the last one comes a new row.
    public static let nextCell: Command = "nextCell"
    /// To the cell before, over the ends of rows.
    public static let previousCell: Command = "previousCell"
    /// An empty row below the cursor.
    public static let addRow: Command = "addRow"
    /// Takes the row under the cursor out; undoing brings it back.
    public static let deleteRow: Command = "deleteRow"
    /// Changes the row under the cursor with the one above.
    public static let moveRowUp: Command = "moveRowUp"
    /// Changes the row under the cursor with the one below.
    public static let moveRowDown: Command = "moveRowDown"
    /// Asks for the path of a file to attach.
    public static let addFile: Command = "addFile"
    /// Takes a file out of the answer, or stops sending it.
    public static let removeFile: Command = "removeFile"
    /// Sends a file again that did not arrive.
    public static let retryUpload: Command = "retryUpload"
    /// Fetches an attached file into the download folder.
    public static let downloadFile: Command = "downloadFile"
    /// Fetches an attached file and shows it where it is text; else as `downloadFile`.
    public static let openFile: Command = "openFile"
    /// Writes as much of a path as is the same for all that it can become.
    public static let completePath: Command = "completePath"
    /// Who takes part in the request, or is invited.
    public static let showMembers: Command = "showMembers"
    /// The form for a name and an e-mail address.
    public static let inviteMember: Command = "inviteMember"
    /// Takes somebody off the request, or an invitation back, after a question.
    public static let removeMember: Command = "removeMember"
    /// Sends the request to the committee, after a question; refused while something is missing or differs.
    public static let submitRequest: Command = "submitRequest"
    /// Leaves the wizard. Everything is kept, and what is under way goes on.
    public static let leaveWizard: Command = "leaveWizard"
    /// From a line of the review to where it can be changed.
    public static let jumpToField: Command = "jumpToField"
    /// In the review of a request whose datasets say what they may be used for.
    public static let sayPurpose: Command = "sayPurpose"
    /// Accepts the licence under the cursor, or takes that back.
    public static let acceptLicence: Command = "acceptLicence"
    /// Accepts all licences that are left.
    public static let acceptAllLicences: Command = "acceptAllLicences"
    /// Shows the terms of a licence in the next language that the portal has them in.
    public static let changeLanguage: Command = "changeLanguage"
    /// Sends what has changed now, instead of after a rest; in other forms keeps them.
    public static let saveNow: Command = "saveNow"
    /// Takes a draft from the program that has it open, after a question.
    public static let takeOver: Command = "takeOver"
    /// The page of answers that differ here and at the portal, or since the request was submitted.
    public static let compareAnswers: Command = "compareAnswers"
    /// Settles a conflict with the answer from here, which is sent.
    public static let keepMine: Command = "keepMine"
    /// Settles a conflict with the other answer, which takes the place of the one from here.
    public static let takeTheirs: Command = "takeTheirs"
    /// Settles every conflict of the page as `keepMine` does.
    public static let keepAllMine: Command = "keepAllMine"
    /// Settles every conflict of the page as `takeTheirs` does.
    public static let takeAllTheirs: Command = "takeAllTheirs"
    /// Takes over what is offered for the field in hand; again, the next offer.
    public static let takeOffer: Command = "takeOffer"
    /// Takes over what is offered for the empty fields of the form.
    public static let takeAllOffers: Command = "takeAllOffers"
    /// Takes back what was taken over last, as far as it was not changed since.
    public static let undoOffers: Command = "undoOffers"
    // Documents and answers files
    /// The menu of the forms in which a request is written to a file.
    public static let exportRequest: Command = "exportRequest"
    /// Asks for the path of an answers file to fill the request in from.
    public static let loadAnswers: Command = "loadAnswers"
    /// Asks for the path of an answers file to write the answers to.
    public static let saveAnswers: Command = "saveAnswers"
    /// Shows the text or the request in `$PAGER`.
    public static let openPager: Command = "openPager"
    // Signing in
    /// Begins an attempt to sign in, or another one after it has failed.
    public static let beginSignIn: Command = "beginSignIn"
    /// A browser in place of a code, or the other way round (RFC 8252 or RFC 8628).
    public static let otherSignInWay: Command = "otherSignInWay"
    /// The address that has to be opened, to the clipboard.
    public static let copySignInAddress: Command = "copySignInAddress"
    /// The code that has to be typed there, to the clipboard.
    public static let copySignInCode: Command = "copySignInCode"
    /// Into the field for the address at which the browser ended.
    public static let pasteAnswer: Command = "pasteAnswer"
    // The portals that are set up
    /// An empty form for a portal.
    public static let addPortal: Command = "addPortal"
    /// The form of the portal under the cursor; a portal of the person's own file is not changed.
    public static let editPortal: Command = "editPortal"
    /// Takes the portal under the cursor out of the program's file, after a question; its drafts stay.
    public static let removePortal: Command = "removePortal"
    /// Asks the services of the portal under the cursor how they are.
    public static let tryPortal: Command = "tryPortal"
    /// Makes the portal under the cursor the one that opens when nothing else is said.
    public static let usePortal: Command = "usePortal"
    // Overlays and questions
    /// Enter: does what the line under the cursor or the form says.
    public static let choose: Command = "choose"
    /// To the next line of a form, operator of a condition, or licence.
    public static let next: Command = "next"
    /// To the line, operator or licence before.
    public static let previous: Command = "previous"
    /// Yes, by one key, to a question that takes one; in the form of a portal, keeps it untried.
    public static let affirm: Command = "affirm"
}
