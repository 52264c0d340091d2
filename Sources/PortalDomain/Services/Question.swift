/// What is asked of a service and changes nothing there.
public enum Question: Hashable, Sendable {
    /// A page of results.
    case search(SearchQuery, start: Int, rows: Int)
    /// The filters of the catalogue.
    case filters
    /// What a filter offers.
    case filterValues(FilterKey)
    /// A dataset whole.
    case dataset(DatasetID)
    /// How often a variant is seen.
    case frequencies(AlleleFrequencyQuery)
    /// The user's applications.
    case applications
    /// An application whole.
    case application(ApplicationID)
    /// What the user has access to.
    case entitlements
    /// The person's passport, with its visas looked at.
    case passport
    /// What the catalogue says of itself. A dialect asks it by the way; no screen does.
    case catalogue
    /// The form of a service without drafts.
    case form(identifiers: [String])
    /// Requests whose answers may be offered again; those that cannot be had are left out.
    case earlier([ApplicationID])
    /// What datasets of a request may be used for; those that cannot be had are left out.
    case dataUses([UseSubject])
    /// The organisations that the catalogue lists.
    case organizations
    /// How a service is.
    case health(ServicePlace)

    /// How its answers are dealt with: one literal a question.
    public var handling: Handling {
        switch self {
        // A further page is fetched by the way.
        case .search(_, let start, _): Handling(.inPlaceOfAsking, isAsked: start == 0)
        case .filters, .filterValues, .dataset: Handling(.inPlaceOfAsking)
        // Offered beside what is typed: nobody waits.
        case .organizations: Handling(.inPlaceOfAsking, isAsked: false)
        // Committees and other programs change them.
        case .applications, .application, .entitlements: Handling(.untilAnswered, isPrivate: true)
        // Whoever holds a visa may show it: none is kept.
        case .passport: Handling(.never, isPrivate: true)
        case .catalogue: Handling(.inPlaceOfAsking, isAsked: false)
        case .form: Handling(.never, isPrivate: true)
        // Looked for behind the person's back, and kept one by one.
        case .earlier: Handling(.never, isPrivate: true, isAsked: false)
        // Made of datasets' pages, which are kept one by one. Which datasets they are is part of a request.
        case .dataUses: Handling(.never, isPrivate: true, isAsked: false)
        // The network counts anew each time, and for whom it counts is its own affair.
        case .frequencies: Handling(.never)
        // About nothing else than how a service does.
        case .health: Handling(.never, isAsked: false)
        }
    }

    /// How the answers to a question are dealt with.
    public struct Handling: Hashable, Sendable {
        /// For what an answer is kept on this machine.
        public var keeping: Keeping
        /// About somebody's own requests: kept for somebody known only, and never as good as asking.
        public var isPrivate: Bool
        /// The person waits for it, so that a service that is left alone because it failed is tried all the same.
        public var isAsked: Bool

        public init(_ keeping: Keeping, isPrivate: Bool = false, isAsked: Bool = true) {
            self.keeping = keeping
            self.isPrivate = isPrivate
            self.isAsked = isAsked
        }
    }

    /// For what an answer is kept.
    public enum Keeping: Hashable, Sendable {
        /// Not at all.
        case never
        /// To be shown until the service has answered.
        case untilAnswered
        /// While it is fresh (`KeptAnswer.isFresh`) the service need not be asked.
        case inPlaceOfAsking
    }

    /// Whether the answer is kept on this machine.
    public var isKept: Bool { handling.keeping != .never }

    /// Whether the service need not be asked, this having been kept.
    public func isAnswered(by kept: KeptAnswer) -> Bool { handling.keeping == .inPlaceOfAsking && kept.isFresh }
}

/// What a read is for. One read a slot is under way at a time.
public enum ReadSlot: Hashable, Sendable {
    /// A page of results; each has a slot of its own.
    case results(page: Int)
    /// The filters of the catalogue.
    case filters
    /// What the filter with the cursor offers.
    case filterValues
    /// The dataset that is open.
    case dataset
    /// A dataset that is compared, by its place among them.
    case compared(Int)
    /// The datasets of the series that is open.
    case series
    /// How often a variant is seen.
    case frequencies
    /// The list of requests.
    case applications
    /// The request that is open in the list.
    case application
    /// The request that is open in the wizard.
    case wizardApplication
    /// The people of an application.
    case members
    /// A draft at the portal that may be left over.
    case leftOver
    /// The request that is copied as a new one.
    case copySource
    /// What the user has access to.
    case entitlements
    /// The person's passport.
    case passport
    /// Requests of earlier, for their answers.
    case earlierRequests
    /// What the datasets of the request in the wizard may be used for.
    case dataUses
    /// The organisations that may be offered in a form.
    case organizations
    /// How a service is.
    case health(PortalService)
}

/// What a service says to a `Question`.
public enum Answer: Hashable, Sendable {
    /// A page of results.
    case page(SearchPage)
    /// The filters of the catalogue.
    case filters([Filter])
    /// What the filter offers.
    case filterValues(FilterKey, [FilterValue])
    /// A dataset whole.
    case dataset(DatasetDetail)
    /// How often the variant is seen, by populations.
    case frequencies([AlleleFrequency])
    /// The user's applications.
    case applications([ApplicationSummary])
    /// To a request and to a form alike.
    case application(Application)
    /// What the user has access to.
    case entitlements([Entitlement])
    /// The person's passport.
    case passport(PassportReport)
    /// What the catalogue tells of itself.
    case catalogue(CatalogueFacts)
    /// Those that could be had.
    case earlier([Application])
    /// Those that could be had.
    case dataUses([RequestedUse])
    /// Those that the catalogue lists.
    case organizations([Organization])
    /// How the service is.
    case health(ServiceFinding)

    /// A page without the counts that were asked for is shown, and not kept in place of a whole one.
    package var isWhole: Bool {
        if case .page(let page) = self { page.beaconError == nil } else { true }
    }
}

extension Answer {
    package var page: SearchPage? { if case .page(let page) = self { page } else { nil } }
    package var filters: [Filter]? { if case .filters(let filters) = self { filters } else { nil } }
    package var filterValues: [FilterValue]? { if case .filterValues(_, let values) = self { values } else { nil } }
    package var dataset: DatasetDetail? { if case .dataset(let detail) = self { detail } else { nil } }
    package var frequencies: [AlleleFrequency]? { if case .frequencies(let rows) = self { rows } else { nil } }
    package var applications: [ApplicationSummary]? { if case .applications(let list) = self { list } else { nil } }
    package var application: Application? { if case .application(let application) = self { application } else { nil } }
    package var entitlements: [Entitlement]? { if case .entitlements(let list) = self { list } else { nil } }
    package var passport: PassportReport? { if case .passport(let report) = self { report } else { nil } }
    package var earlier: [Application]? { if case .earlier(let list) = self { list } else { nil } }
    package var dataUses: [RequestedUse]? { if case .dataUses(let list) = self { list } else { nil } }
    package var organizations: [Organization]? { if case .organizations(let list) = self { list } else { nil } }
    package var health: ServiceFinding? { if case .health(let finding) = self { finding } else { nil } }
}
