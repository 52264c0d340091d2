import PortalModel
import PortalViews
import TerminalCanvas

/// A dataset's page as lines to be heard: nothing stands below or beside anything that it would not be understood
/// without.
struct SpokenDataset {
    let detail: DatasetDetail
    /// Of a series, where they were asked for.
    let members: [DatasetSummary]?
    /// Where access is asked for when that is not done here.
    var place: PlaceToAsk?
    /// What the data are wanted for, where that was said.
    let purpose: ResearchPurpose?
    let words: Phrasing

    var lines: [TerminalText] { (head + use + sections + series + files + contacts).map(\.heard) }

    private func said(_ spoken: SpokenWords) -> TerminalText { words(spoken) }

    private func fact(_ name: SpokenWords.Name, _ value: String?) -> TerminalText? {
        guard let value, !value.isEmpty else { return nil }
        return said(.named(name, TerminalText(spoken: value)))
    }

    private var head: [TerminalText] {
        let dataset = detail.summary
        let terms = dataset.termsOfAccess
        let isStated = dataset.accessLevel != .unknown || terms == nil
        let access = words.text(CommonCommandWords.access(dataset.accessLevel))
        let facts = [
            fact(.id, dataset.id.rawValue), fact(.identifier, dataset.identifier),
            fact(.access, isStated ? access : nil),
            fact(.terms, terms),
            fact(.publisher, dataset.publishers.joined(separator: ", ")),
            fact(.catalogue, dataset.catalogue), fact(.created, dataset.created.map { words.day($0) }),
            fact(.modified, dataset.modified.map { words.day($0) }), fact(.page, detail.url),
            fact(.themes, dataset.themes.map(\.label).joined(separator: ", ")),
            fact(.keywords, dataset.keywords.joined(separator: ", ")),
        ].compactMap(\.self)
        let paragraphs = dataset.description.split(whereSeparator: \.isNewline).map {
            TerminalText(spoken: String($0))
        }
        let provider = place.map { words(ProviderWords.place($0)) as TerminalText }
        return [TerminalText(spoken: dataset.title)] + facts + [provider].compactMap(\.self)
            + (paragraphs.isEmpty ? [] : [said(.description)] + paragraphs.filter { !$0.isEmpty })
    }

    private var use: [TerminalText] {
        let uses = detail.dataUses
        guard !uses.isEmpty || purpose != nil else { return [] }
        let comparison = purpose.map { DataUseComparison(uses, $0) }
        var lines: [TerminalText] = uses.flatMap { use -> [TerminalText] in
            let term: TerminalText = words(DataUseWords.term(use))
            let answer = comparison?.answers[use].map { words(DataUseWords.answer($0)) as TerminalText }
            return [said(.use(term, answer: answer)), words(DataUseWords.meaning(use))].filter { !$0.isEmpty }
        }
        if uses.isEmpty { lines.append(words(ShowCommandWords.noDataUse)) }
        if let comparison { lines.append(words(DataUseWords.whole(comparison.answer))) }
        return lines
    }

    private var sections: [TerminalText] {
        let shown = detail.sections.filter { !$0.entries.isEmpty }
        return shown.enumerated().flatMap { number, section -> [TerminalText] in
            let title: TerminalText = words.detail(section.title)
            return [said(.section(number: number + 1, of: shown.count, title: title))]
                + section.entries.flatMap { entry -> [TerminalText] in
                    let label = words.detail(entry.label)
                    let value = TerminalText(spoken: words.values(of: entry).joined(separator: ", "))
                    let help = (entry.help ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
                    let about = help.isEmpty ? [] : [said(.help(label: label, TerminalText(spoken: help)))]
                    return [said(.fact(name: label, value: value))] + about
                }
        }
    }

    private var series: [TerminalText] {
        guard let members else { return [] }
        guard !members.isEmpty else { return [words(ShowCommandWords.noMembers)] }
        return members.enumerated().flatMap { number, member in
            [
                said(.member(number: number + 1, of: members.count, title: TerminalText(spoken: member.title))),
                fact(.id, member.id.rawValue),
            ].compactMap(\.self)
        }
    }

    private var files: [TerminalText] {
        let all = detail.distributions
        return all.enumerated().flatMap { number, file in
            [
                said(.file(number: number + 1, of: all.count, title: TerminalText(spoken: file.title))),
                fact(.format, file.format ?? file.mediaType), fact(.size, file.byteSize.map { words.bytes($0) }),
                fact(.address, file.downloadURL ?? file.accessURL),
                fact(.licence, file.licence),
                file.downloadURL == nil || file.downloadURL == file.accessURL ? nil : fact(.access, file.accessURL),
            ].compactMap(\.self)
                + file.entries.map { entry in
                    let value = words.values(of: entry).joined(separator: ", ")
                    return said(.fact(name: words.detail(entry.label), value: TerminalText(spoken: value)))
                }
        }
    }

    private var contacts: [TerminalText] {
        detail.contacts.map { fact(.contact, $0.words) }.compactMap(\.self)
    }
}

extension DatasetComparison {
    /// Field by field, what each dataset says in a line of its own; those that differ first.
    func spoken(_ words: Phrasing) -> [TerminalText] {
        let names = datasets.enumerated().map { number, dataset in
            words(SpokenWords.compared(number: number + 1, title: TerminalText(spoken: dataset.title)))
                as TerminalText
        }
        let count: TerminalText = words(SpokenWords.differing(count: fields.count { $0.isDifferent }, of: fields.count))
        let said = fields.flatMap { field -> [TerminalText] in
            let label = words.detail(field.label)
            guard field.isDifferent else {
                let value = field.values.first { $0.isKnown }.map { line($0, words) } ?? .empty
                return [words(SpokenWords.same(label: label, value: value))]
            }
            return [words(SpokenWords.different(label: label))]
                + field.values.enumerated().map { number, value in
                    let said = value.isKnown ? line(value, words) : words(SpokenWords.nothingSaid)
                    return words(SpokenWords.ofDataset(number: number + 1, value: said))
                }
        }
        return (names + [count] + said).map(\.heard)
    }

    private func line(_ value: ComparedValue, _ words: Phrasing) -> TerminalText {
        let text = words.shown(value).map(\.plain).joined(separator: ", ")
        return TerminalText(spoken: text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
}
