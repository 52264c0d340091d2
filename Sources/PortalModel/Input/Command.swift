/// What a person can do. Each is described once, in `KeyMap`.
public enum Command: String, Hashable, Sendable, CaseIterable {
    // Everywhere
    case showHelp, showPalette, showFailures, showHealth, showBrowser, showBasket, showRequests
    case goBack, quit, cancel, suspend, redraw, toggleMouse
    case signIn, signOut, editPerson, showPortals
    // Lists and texts
    case moveUp, moveDown, pageUp, pageDown, moveToStart, moveToEnd, open
    // Browser
    case search, leaveSearch, clearSearch, showFacets, chooseSort, toggleMatching, toggleBeacon, removeLastFacet
    case clearFacets, undoSearch, toggleMark, markRange, addToBasket, retry, refresh
    // Facets
    case toggleFacetValue, nextFilter, previousFilter
    // Dataset
    case nextTab, previousTab, copyIdentifier, copyAddress, copyContact, exportDataset
    // Basket
    case removeFromBasket, undoRemove, newRequest
    // Requests
    case findRequest, sortRequests, editRequest, deleteRequest
    case filterRequests, markAllRead, closeRequest, changeDatasets, showFiles
    // Granted access
    case showGranted, renewAccess, copyTable
    case copyRequest
    // Wizard
    case nextField, previousField, nextStep, previousStep, nextMissing, showReview, editInEditor, toggleChoice
    case moveLeft, moveRight
    case openCalendar, previousYear, nextYear, goToToday
    case editCell, nextCell, previousCell, addRow, deleteRow, moveRowUp, moveRowDown
    case addFile, removeFile, retryUpload, downloadFile, openFile, completePath
    case showMembers, inviteMember, removeMember
    case submitRequest, leaveWizard, jumpToField, acceptLicence, acceptAllLicences, changeLanguage, saveNow
    case takeOver, compareAnswers, keepMine, takeTheirs, keepAllMine, takeAllTheirs
    case takeOffer, takeAllOffers, undoOffers
    // Documents and answers files
    case exportRequest, loadAnswers, saveAnswers, openPager
    // Signing in
    case beginSignIn, otherSignInWay, copySignInAddress, copySignInCode, pasteAnswer
    // The portals that are set up
    case addPortal, editPortal, removePortal, tryPortal, usePortal
    // Overlays and questions
    case choose, next, previous, affirm
}
