internal import Wire

extension Context {
    /// Writes the answer to stdout in the form that was asked for. Called once, last: a command that fails before has
    /// written nothing.
    func show(_ answer: Answer, _ options: OutputOptions) throws {
        let text =
            switch options.format {
            case .json: json(answer.document)
            case .csv: try csv(answer.table, options)
            case .table: try page(answer, options)
            }
        try console.writeOutput(Array(text.utf8))
    }

    private func json(_ document: Answer.Document) -> String {
        let value =
            switch document {
            case .asItCame(let resource): resource.value
            case .items(let items): JSONValue.object(JSONObject([("items", .array(items))]))
            }
        if console.isOutputTerminal { return value.written(pretty: true) + "\n" }
        guard case .asItCame(let resource) = document else { return value.written() + "\n" }
        return String(decoding: resource.bytes, as: UTF8.self).trimmed + "\n"
    }

    private func csv(_ table: Table, _ options: OutputOptions) throws(Failure) -> String {
        let chosen = if let names = options.columns { try table.selecting(names) } else { table.forMachines }
        return CSVText(table: chosen, language: language, hasHeader: !options.noHeader).text
    }

    private func page(_ answer: Answer, _ options: OutputOptions) throws(Failure) -> String {
        let style = Style(options.color, environment: environment, isTerminal: console.isOutputTerminal)
        let lines: [String]
        if let page = answer.page, options.columns == nil {
            lines =
                PageText(
                    blocks: page, language: language, style: style, width: console.width,
                    hasHeader: !options.noHeader
                ).lines
        } else {
            let table =
                if let names = options.columns { try answer.table.selecting(names) } else { answer.table.forPeople }
            guard !table.rows.isEmpty else {
                note(.nothingToShow)
                return ""
            }
            lines =
                TableText(
                    table: table, language: language, style: style, width: console.width,
                    hasHeader: !options.noHeader
                ).lines
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
