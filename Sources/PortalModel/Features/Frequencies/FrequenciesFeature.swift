/// Looking up how often a variant is seen.
extension AppState {
    mutating func showFrequencies() -> [Effect] {
        overlay = .frequencies
        frequencies.isTyping = frequencies.query == nil
        return []
    }

    mutating func changeVariant() -> [Effect] {
        frequencies.isTyping = true
        frequencies.line.selectAll()
        return []
    }

    /// What is typed is asked, unless something is wrong with it.
    mutating func askFrequencies() -> [Effect] {
        do throws(VariantProblem) {
            let assembly = frequencies.query?.assembly ?? .grch38
            return ask(try VariantLine.parse(frequencies.line.text, assembly: assembly))
        } catch {
            frequencies.problem = error.reason
            return []
        }
    }

    mutating func askFrequenciesAgain() -> [Effect] { frequencies.query.map { ask($0) } ?? [] }

    /// In the other reference genome. Positions differ there: it is another question, and the line says so.
    mutating func askInOtherAssembly() -> [Effect] {
        guard var query = frequencies.query else { return [] }
        query.assembly = query.assembly == .grch37 ? .grch38 : .grch37
        return ask(query)
    }

    /// Of everybody, of women, of men.
    mutating func askOfNextSex() -> [Effect] {
        guard var query = frequencies.query else { return [] }
        query.sex =
            switch query.sex {
            case nil: .female
            case .female: .male
            case .male: nil
            }
        return ask(query)
    }

    private mutating func ask(_ query: AlleleFrequencyQuery) -> [Effect] {
        frequencies.query = query
        frequencies.line = TextBuffer(query.line)
        (frequencies.isTyping, frequencies.problem, frequencies.error) = (false, nil, nil)
        (frequencies.given, frequencies.rows, frequencies.selection) = ([], [], 0)
        let read = nextRead(.frequencies)
        frequencies.pending = Pending(id: read, since: now)
        return [.read(read, .frequencies(query))] + tick()
    }

    mutating func frequenciesAnswered(_ id: ReadID, _ result: Result<[AlleleFrequency], PortalError>) -> [Effect] {
        guard frequencies.pending?.id == id else { return [] }
        frequencies.pending = nil
        switch result {
        case .success(let rows):
            frequencies.given = rows
            frequencies.arrange()
            return []
        case .failure(let error):
            guard error.kind != .cancelled else { return [] }
            frequencies.error = error
            return record(error)
        }
    }

    mutating func arrangeFrequencies() -> [Effect] {
        let all = FrequenciesState.Order.allCases
        let place = all.firstIndex(of: frequencies.order) ?? 0
        frequencies.order = all[(place + 1) % all.count]
        frequencies.arrange()
        return []
    }

    /// The dataset in which the population was counted is opened, where access is asked for. The network names it by what
    /// access management knows it by, which a search finds and the catalogue's address does not take.
    mutating func openDatasetOfFrequency() -> [Effect] {
        guard let name = frequencies.selected?.dataset else { return [] }
        overlay = nil
        // In quotation marks, for identifiers have signs in them that mean something in a search.
        let effects = search(line: "\"\(String(name.map { $0 == "\"" || $0.isNewline ? " " : $0 }))\"")
        browser.focus = .list
        if browser.results.pending[0] != nil { browser.opensFound = name }
        return effects
    }

    /// One level up: what is awaited is not waited for any more, then from the line to the rows, and out.
    mutating func leaveFrequencies() -> [Effect] {
        if frequencies.pending != nil {
            frequencies.pending = nil
            frequencies.isTyping = true
            return [.cancelRead(.frequencies)]
        }
        if frequencies.isTyping, frequencies.query != nil {
            frequencies.isTyping = false
            frequencies.problem = nil
            return []
        }
        return leaveOverlay()
    }
}

extension AlleleFrequency {
    /// Comma-separated values with a heading row, named as the service names them.
    public static func csv(of rows: [AlleleFrequency]) -> String {
        let heading = [
            "variant", "population", "alleleFrequency", "alleleCount", "alleleNumber", "alleleCountHomozygous",
            "alleleCountHeterozygous", "alleleCountHemizygous", "dataset", "beacon",
        ]
        return CSVText.text(
            [heading]
                + rows.map { row in
                    let numbers = [
                        row.frequency, row.count, row.number, row.homozygous, row.heterozygous, row.hemizygous,
                    ]
                    return [row.variant ?? "", row.population ?? ""] + numbers.map { $0.map(plain) ?? "" }
                        + [row.dataset ?? "", row.beacon ?? ""]
                })
    }

    /// Without a fraction where there is none.
    public static func plain(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
