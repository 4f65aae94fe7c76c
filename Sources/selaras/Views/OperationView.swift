internal import Phrasing
internal import Wire

/// Work in the background, in lists and alone.
enum OperationView {
    static let columns = [
        Column("id", .identifier, .code), Column("kind", .kind, .word(.operationKind)),
        Column("state", .state, .word(.operationState), tone: tone),
        Column("progress", .progress, for: .people, words: progress),
        Column("requested_by", .requestedBy).spare, Column("created_at", .createdAt, .moment),
        Column("finished_at", .finishedAt, .moment).spare,
        Column("bytes_read", .progress, .integer, for: .machines) { $0["progress"]["bytes_read"] },
        Column("bytes_total", .progress, .integer, for: .machines) { $0["progress"]["bytes_total"] },
        Column("rows_read", .rowsRead, .integer, for: .machines) { $0["progress"]["rows_read"] },
        Column("cancel_requested", .state, .yesNo, for: .machines),
        Column("started_at", .startedAt, .moment, for: .machines),
        Column("result_location", .origin, for: .machines),
    ]

    static func answer(_ document: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [document.value]),
            page: page(document.value, language), message: message)
    }

    private static func page(_ operation: JSONValue, _ language: Language) -> [Block] {
        var blocks: [Block] = [
            .title(Cell.text(operation["kind"], .word(.operationKind), in: language)),
            .facts(
                [
                    Fact(.identifier, operation["id"].text),
                    Fact(.state, Cell.text(operation["state"], .word(.operationState), in: language)),
                ] + (hasCounts(operation) ? [Fact(.progress, progress(operation, language))] : []) + [
                    Fact(.requestedBy, operation["requested_by"].text),
                    Fact(.createdAt, Cell.text(operation["created_at"], .moment, in: language)),
                    Fact(.startedAt, Cell.text(operation["started_at"], .moment, in: language)),
                    Fact(.finishedAt, Cell.text(operation["finished_at"], .moment, in: language)),
                ]),
        ]
        if !operation["receipt"]["rows_read"].isNull {
            blocks += ReceiptView.page(ofSurvey: operation["receipt"], language)
        }
        if case .object = operation["problem"] {
            let problem = ServiceProblem(operation["problem"])
            let text = ProblemPage(problem: problem, language: language, width: nil).text
            blocks += text.split(separator: "\n").map { .line(String($0)) }
        }
        return blocks
    }

    private static func hasCounts(_ operation: JSONValue) -> Bool {
        (operation["progress"]["bytes_total"].integer ?? 0) > 0
    }

    /// `34 kB dari 35 kB, 283 baris`; a closing reads no file.
    static func progress(_ operation: JSONValue, _ language: Language) -> String {
        let progress = operation["progress"]
        guard hasCounts(operation), let total = progress["bytes_total"].integer else { return Cell.absent }
        let sizes = [progress["bytes_read"].integer ?? 0, total].map { Progress.size(Int64($0), language) }
        return Phrase.readSoFar(sizes[0], of: sizes[1], rows: progress["rows_read"].integer ?? 0).text(in: language)
    }

    /// Whether the service answered with work that it has begun, instead of what came of it.
    static func isOne(_ document: JSONValue) -> Bool { !document["kind"].isNull && !document["state"].isNull }

    static func hasEnded(_ operation: JSONValue) -> Bool {
        ["succeeded", "failed", "cancelled"].contains(operation["state"].text)
    }

    /// An operation that failed ends the command as the request would have that it was.
    static func requireSuccess(_ operation: Resource) throws(Failure) {
        switch operation.value["state"].text {
        case "failed": throw .problem(ServiceProblem(operation.value["problem"]))
        case "cancelled": throw .said(.operationCancelled(operation.value["id"].text ?? ""), .failure)
        default: break
        }
    }

    private static func tone(_ row: JSONValue) -> Tone {
        row["state"].text == "failed" ? .bad : .plain
    }
}
