import Foundation
import PortalModel

/// What becomes of what the program asks for: it works, it fails in any way, or another answer comes than was expected.
extension RandomPerson {
    private static let kinds: [PortalError.Kind] = [
        .offline, .timedOut(seconds: 30), .signedOut, .forbidden, .notFound, .refused(status: 451), .conflict,
        .invalid([ValidationWarning(key: "k", field: FieldID(form: 1, field: "title")), ValidationWarning(key: "")]),
        .tooManyRequests(retryAfter: 7), .tooManyRequests(retryAfter: nil), .serverFault(status: 500),
        .unavailable(retryAfter: 90), .notTried(retryAfter: 3), .unreadableAnswer, .unsupported, .local, .heldElsewhere,
        .changedElsewhere, .cancelled,
    ]

    mutating func failure() -> PortalError {
        PortalError(
            any(Self.kinds) ?? .offline, operation: "a call", detail: chance(2) ? anyText() : nil, requestID: "7f3a")
    }

    private mutating func outcome() -> PortalError? { chance(3) ? failure() : nil }

    private mutating func result<Value>(_ value: Value) -> Result<Value, PortalError> {
        chance(3) ? .failure(failure()) : .success(value)
    }

    mutating func answers(to effect: Effect) -> [AppAction] {
        switch effect {
        case .read(let id, let question): [.answered(id, result(answer(to: question)))]
        case .write(let write): [answer(to: write)].compactMap(\.self)
        case .disk(let write): [answer(to: write)].compactMap(\.self)
        case .file(let work): answers(to: work)
        case .identity(let work): [answer(to: work)].compactMap(\.self)
        case .portals(let work): [answer(to: work)].compactMap(\.self)
        case .host(let work): [answer(to: work)].compactMap(\.self)
        case .searches(let work): answers(to: work)
        case .mirror(let work): answers(to: work)
        case .data(let work): answers(to: work)
        case .makeDraftID: [.draftIDMade(nextDraft())]
        case .cancelRead, .tryAtOnce: []
        }
    }

    private mutating func answers(to work: MirrorWork) -> [AppAction] {
        let facts = MirrorFacts(
            path: "/home/ada/" + anyText(), bytes: 1 << 20, datasets: chance(3) ? 0 : 3000, total: 3000, fullRecords: 2,
            checkedAt: chance(2) ? Date(timeIntervalSince1970: 0) : nil, isWhole: chance(2), isPrivate: chance(2),
            isShared: chance(2))
        switch work {
        case .look: return [.mirror(.found(result(chance(2) ? facts : nil)))]
        case .fill, .fillWithRecords:
            let report = MirrorReport(new: 3, changed: 0, removed: 1, datasets: 3000)
            return [
                .mirror(.progressed(MirrorProgress(.filling, done: 4000, total: chance(2) ? 3000 : nil))),
                .mirror(.found(result(facts))), .mirror(.filled(result(report))),
            ]
        case .stop: return []
        }
    }

    // MARK: - The portal

    private mutating func dataset() -> DatasetSummary {
        var dataset =
            any([SampleDatasets.brainTumours, SampleDatasets.series, SampleDatasets.bare, SampleDatasets.longTitle])
            ?? SampleDatasets.melanoma
        if chance(3) { (dataset.title, dataset.publishers) = (anyText(), [anyText(), anyText()]) }
        return dataset
    }

    private mutating func application() -> Application {
        var application = any([SampleRequests.returned, WidgetStory.application]) ?? WidgetStory.application
        application.state =
            any([.draft, .returned, .submitted, .approved, .rejected, .closed, .other("odd")]) ?? .draft
        if chance(3) { application.title = anyText() }
        return application
    }

    private mutating func answer(to question: Question) -> Answer {
        if chance(20) { return .entitlements([]) }
        switch question {
        case .search(_, let start, let rows):
            let results = (0..<min(rows, Int.random(in: 0...12, using: &random))).map { _ in
                SearchResult.dataset(dataset())
            }
            return .page(
                SearchPage(
                    start: start, total: chance(5) ? 3000 : results.count, results: results,
                    filters: SampleStates.filters, mirrored: chance(4) ? SampleStates.remarks : nil))
        case .filters: return .filters(chance(4) ? [] : SampleStates.filters)
        case .filterValues(let key):
            return .filterValues(
                key,
                (0..<9).map { (number: Int) in
                    FilterValue(term: LabelledValue(value: "urn:\(number)", label: anyText()), count: number)
                })
        case .dataset:
            var detail = chance(2) ? SampleDatasets.detail : SampleDatasets.externalDetail
            if chance(3) { detail.summary = dataset() }
            return .dataset(detail)
        case .frequencies:
            let numbers: [Double?] = [nil, -1, 0, 0.5, 12, 1e300, .nan, .infinity]
            return .frequencies(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in
                    AlleleFrequency(
                        beacon: chance(2) ? anyText() : nil, dataset: chance(2) ? anyText() : nil,
                        population: any([nil, "FR_M", "_F", "M", "FR_M_F", anyText()]) ?? nil, variant: anyText(),
                        number: any(numbers) ?? nil, count: any(numbers) ?? nil, homozygous: any(numbers) ?? nil,
                        frequency: any(numbers) ?? nil)
                })
        case .applications: return .applications(chance(4) ? [] : SampleRequests.list)
        case .application, .form: return .application(application())
        case .entitlements: return .entitlements(SampleRequests.entitlements)
        case .passport: return .passport(SamplePassport.report)
        case .catalogue: return .filters([])
        case .earlier: return .earlier([application()])
        case .dataUses(let subjects):
            return .dataUses(
                subjects.map { RequestedUse($0.dataset, chance(2) ? SampleDataUse.uses : []) })
        case .organizations:
            return .organizations(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in Organization(id: anyText(), title: anyText()) })
        case .health(let place):
            return .health(
                ServiceFinding(place, any([.healthy, .unhealthy, .unreachable]) ?? .healthy, milliseconds: 12))
        }
    }

    private mutating func answer(to write: ServiceWrite) -> AppAction? {
        let made = ApplicationID(Int64.random(in: 1...40, using: &random))
        return switch write {
        case .claimRequest(let draft, _):
            .requestClaimed(
                draft, any([.made, .held(by: anyText()), .standing(made, .submitted), .unknown(failure())]) ?? .made)
        case .createApplication(let id, _): .session(id, .created(result(made)))
        case .sendRequest(let id, _, _): .session(id, .sent(result(made)))
        case .saveAnswers(let id, _, let revision, _): .session(id, .saved(revision: revision, outcome()))
        case .acceptLicences(let id, _, _): .session(id, .licencesAccepted(outcome()))
        case .submit(let id, _): .session(id, .submitted(outcome()))
        case .deleteApplication(let id): .request(id, .deleted(outcome()))
        case .changeRequest(let id, let change): .request(id, .changed(change, outcome()))
        case .copyApplication(let id): .request(id, .copied(result(chance(3) ? nil : made)))
        case .reconcile(let id, _, _, let inquiry):
            .session(
                id,
                .reconciled(
                    inquiry,
                    result(
                        any([.found(application()), .nothing(listed: [made]), .ambiguous(SampleRequests.list)])
                            ?? .nothing(listed: []))))
        case .inviteMember(let id, _, _), .removeMember(let id, _), .checkMembers(let id):
            .members(id, .checked(result(application())))
        }
    }

    // MARK: - This machine

    private mutating func answer(to write: DiskWrite) -> AppAction? {
        switch write {
        case .openDraft(let id, _): .session(id, .opened(result(chance(4) ? nil : state.wizard?.session.draft)))
        case .takeOverDraft(let id, _): .session(id, .takenOver(result(chance(4) ? nil : state.wizard?.session.draft)))
        case .journalDraft(let draft): .session(draft.id, .journalled(revision: draft.revision, outcome()))
        case .discardDraft(let id): .draftDiscarded(id, outcome())
        case .keepSubmission(let submission): .submissionKept(submission.draft, outcome())
        case .keepBasket: .basketKept(outcome())
        case .keepPerson: .personKept(outcome())
        case .keepForm, .keepSeen, .keepSearch, .keepTable: nil
        }
    }

    private mutating func answers(to work: FileWork) -> [AppAction] {
        switch work {
        case .listFolder(let folder):
            let entries = [FolderEntry(name: "plans", isFolder: true), FolderEntry(name: anyText(), bytes: 12)]
            return [
                .file(
                    .folderListed(
                        FolderListing(folder: folder, entries: entries, failure: chance(5) ? .words(anyText()) : nil))
                )
            ]
        case .upload(let id, _, let path):
            return [
                .file(.uploadBegan(id, bytes: 100)), .file(.uploadProgressed(id, sent: 50)),
                .file(.uploaded(id, result(Attachment(id: Int64(id.number), filename: path)))),
            ]
        case .cancelUpload(let id):
            return [.file(.uploaded(id, .failure(PortalError(.cancelled, operation: "sending"))))]
        case .fetchAttachment(_, let attachment, _):
            return [
                .file(
                    .attachmentFetched(
                        attachment, result(any([.text(anyText()), .kept(path: "/x")]) ?? .kept(path: ""))))
            ]
        case .exportComparison(_, _, let path): return [.file(.comparisonExported(result(path)))]
        case .exportCollection(_, let format, _, _):
            var report = CollectionReport()
            report.path = chance(2) ? "/home/ada/datasets" : nil
            return [
                .file(.collectionProgressed(CollectionProgress(done: 4000, total: chance(2) ? 3000 : nil))),
                .file(.collectionExported(format, result(report))),
            ]
        case .stopExport:
            return [.file(.collectionExported(.csv, .failure(PortalError(.cancelled, operation: "the file"))))]
        case .exportDataset(let id, _, let path): return [.file(.datasetExported(id, result(path)))]
        case .fetchLicence(let id, _, let licence, let isToRead):
            return [.session(id, .licenceFetched(licence, isToRead: isToRead, result(.text(anyText()))))]
        case .exportRequest:
            return [.file(.requestExported(result(ExportedDocument(path: "/x", note: .words(anyText())))))]
        case .readAnswers: return [.file(.answersRead(result(AnswersRead(answers: [:], unknown: [.words(anyText())]))))]
        case .writeAnswers(let path, _, _): return [.file(.answersWritten(result(path)))]
        }
    }

    private mutating func answer(to work: IdentityWork) -> AppAction? {
        switch work {
        case .signIn(let number, _):
            .identity(
                .ended(
                    number,
                    any([
                        .success(Account(subject: "a", name: anyText())), .success(nil), .failure(.denied),
                        .failure(.expired), .failure(.failed(failure())), .failure(.wrongClock(minutesAhead: -7)),
                    ]) ?? .success(nil)))
        case .pasteSignIn(let number, _):
            .identity(.pasted(number, chance(2) ? .notTheAnswer(.notFrom(issuer: anyText())) : nil))
        case .signOut: .identity(.signedOut(SignOutReport(revoked: chance(2) ? .failed(.words(anyText())) : .done)))
        case .cancelSignIn: nil
        }
    }

    private mutating func answer(to work: HostWork) -> AppAction? {
        switch work {
        case .copy(let text): chance(2) ? .copied(bytes: text.utf8.count) : .clipboardUnavailable(text)
        case .copyWords: .copied(bytes: 1)
        case .edit(let field, _): .editorClosed(field, result(anyText()))
        case .page: .pagerClosed(outcome())
        case .finishWriting: .writingFinished
        case .askForKey: .data(.keyAnswered(outcome()))
        case .follow: .channel(channelNews())
        case .startTimer, .stopTimer, .stopFollowing, .ring, .redraw, .suspend, .setMouse, .quit: nil
        }
    }

    private mutating func channelNews() -> ChannelNews {
        let lost = ChannelState.lost(since: .distantPast, next: .distantFuture, failure())
        return any([.changed, .state(.live), .state(lost), .state(.refused(failure()))]) ?? .changed
    }

    private mutating func answer(to work: PortalsWork) -> AppAction? {
        switch work {
        case .openPortal: .portalOpened(result(ProfileInfo(name: "other", title: anyText(), user: nil)))
        case .finishCalls: .portals(.callsFinished)
        case .listPortals: .portals(.listed(result([])))
        case .keepPortal(let draft): .portals(.kept(draft, outcome()))
        case .removePortal(let name): .portals(.removed(name, outcome()))
        case .choosePortal(let name): .portals(.chosen(name, outcome()))
        case .searchAll(let search):
            search.portals.first.map { .portals(.found(search.number, portal: $0, .failed(failure(), nil))) }
        case .describe(let number, _, let id):
            .portals(.described(number, result(DatasetDetail(summary: DatasetSummary(id: id, title: anyText())))))
        case .tryPortal: nil
        }
    }
}
