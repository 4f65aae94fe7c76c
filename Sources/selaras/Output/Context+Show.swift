internal import Wire

extension Context {
    /// Writes the answer to stdout in the form that was asked for. Called once, last: a command that fails before has
    /// written nothing.
    func show(
        _ answer: Answer, _ output: OutputOptions, _ common: CommonOptions, by stated: Settings? = nil
    ) throws {
        let settings = try stated ?? settings(common)
        let format = try output.format ?? OutputOptions.Format(rawValue: settings.text(.output)) ?? .table
        let text = try text(of: answer, as: format, output, settings)
        if let message = answer.message { note(message, common) }
        let isEmptyForPeople = text.isEmpty && [.table, .wide].contains(format)
        if isEmptyForPeople { note(.nothingToShow, common) }
        let bytes = Array(text.utf8)
        if [.table, .wide].contains(format), !bytes.isEmpty, let pager = try pager(output, settings),
            console.page(bytes, pager)
        {
            return
        }
        try console.writeOutput(bytes)
    }

    func text(
        of answer: Answer, as format: OutputOptions.Format, _ output: OutputOptions, _ settings: Settings
    ) throws -> String {
        switch format {
        case .json: json(answer.document)
        case .ndjson: rows(of: answer).map { $0.written() + "\n" }.joined()
        case .yaml: YAMLText.of(value(of: answer.document))
        case .csv: try separated(.csv, answer.table, output)
        case .tsv: try separated(.tsv, answer.table, output)
        case .name: answer.table.rows.compactMap { answer.table.name.text(of: $0) }.map { $0 + "\n" }.joined()
        case .table: try page(answer, isWide: false, output, settings)
        case .wide: try page(answer, isWide: true, output, settings)
        }
    }

    /// Long answers go through a pager where somebody sits at a terminal that can be moved about in.
    private func pager(_ output: OutputOptions, _ settings: Settings) throws -> String? {
        guard console.isOutputTerminal, !output.noPager, environment["TERM"] != "dumb" else { return nil }
        let pager = try settings.text(.pager)
        return pager.isEmpty || pager == "cat" ? nil : pager
    }

    private func value(of document: Answer.Document) -> JSONValue {
        switch document {
        case .asItCame(let resource): resource.value
        case .items(let items): .object(JSONObject([("items", .array(items))]))
        case .made(let value): value
        }
    }

    private func rows(of answer: Answer) -> [JSONValue] {
        switch answer.document {
        case .items(let items): items
        case .asItCame(let resource):
            if case .array(let items) = resource.value["items"] { items } else { [resource.value] }
        case .made(let value): value["items"].items.isEmpty ? [value] : value["items"].items
        }
    }

    private func json(_ document: Answer.Document) -> String {
        if console.isOutputTerminal { return value(of: document).written(pretty: true) + "\n" }
        guard case .asItCame(let resource) = document else { return value(of: document).written() + "\n" }
        return String(decoding: resource.bytes, as: UTF8.self).trimmed + "\n"
    }

    private func separated(
        _ form: SeparatedText.Form, _ table: Table, _ output: OutputOptions
    ) throws(Failure) -> String {
        let chosen = if let names = output.columns { try table.selecting(names) } else { table.forMachines }
        return SeparatedText(table: chosen, form: form, language: language, hasHeader: !output.noHeader).text
    }

    private func page(
        _ answer: Answer, isWide: Bool, _ output: OutputOptions, _ settings: Settings
    ) throws -> String {
        let choice = CommonOptions.Color(rawValue: try settings.text(.color)) ?? .auto
        let style = Style(choice, environment: environment, isTerminal: console.isOutputTerminal)
        // A wide table is for scrolling sideways: no column gives way.
        let width = isWide ? nil : console.width
        let lines: [String]
        if let page = answer.page, output.columns == nil {
            lines =
                PageText(
                    blocks: page, language: language, style: style, width: width, isWide: isWide,
                    hasHeader: !output.noHeader
                ).lines
        } else {
            let table =
                if let names = output.columns { try answer.table.selecting(names) } else if isWide { answer.table } else
                { answer.table.forPeople }
            guard !table.rows.isEmpty else { return "" }
            lines =
                TableText(
                    table: table, language: language, style: style, width: width, hasHeader: !output.noHeader
                ).lines
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
