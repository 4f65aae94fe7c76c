internal import Phrasing
internal import Wire

/// A refusal of the service as a person reads it on stderr.
struct ProblemPage {
    let problem: ServiceProblem
    let language: Language
    let width: Int?
    /// What was typed, for the commands that come next.
    var typed = TypedValues([])

    var text: String {
        var lines = [Phrase.refusal(problem.title, status: problem.status).text(in: language)]
        if problem.code == "unauthenticated" {
            lines = [Phrase.failed(problem.remedy == nil ? .tokenAbsent : .tokenRefused).text(in: language)]
        } else if let own = OwnWords.detail(for: problem.code) {
            lines.append(own.text(in: language))
        } else if let detail = problem.detail, detail != problem.title {
            lines.append(OwnWords.translated(detail, in: language))
            lines.removeAll(where: \.isEmpty)
        }
        lines += problem.isRefusedFile ? faultTable : errors
        if let hint { lines.append(hint.text(in: language)) }
        lines += nextSteps
        let code = Phrase.problemCode(problem.code, requestID: problem.requestID).text(in: language)
        if !code.isEmpty { lines.append(code) }
        if let code = problem.code, ProblemText.all[code] != nil {
            lines.append(Phrase.explainHint(code).text(in: language))
        }
        return lines.map(Visible.text).joined(separator: "\n")
    }

    private var hint: Phrase? {
        switch problem.status {
        // Who is signing in need not be told to.
        case 401 where problem.isAboutSigningIn: nil
        case 401: problem.remedy ?? .signInHint
        case 412: .readAgainHint
        default: nil
        }
    }

    /// The commands that lead on, filled in as far as is known.
    private var nextSteps: [String] {
        // What is sent again after mending is known to whoever sent it, and signing in is told above.
        guard problem.status != 401 else { return [] }
        let steps = problem.code == "file_refused" ? inspection : NextStep.after(problem.code)
        let lines = steps.map { step in
            (Phrase(same: "  ") + step.purpose + Phrase(same: ": ") + step.command(typed)).text(in: language)
        }
        return lines.isEmpty ? [] : [Phrase.nextTitle.text(in: language)] + lines
    }

    /// A table whose columns are none of ours may be read by a mapping.
    private var inspection: [NextStep] {
        let isOfOtherColumns = problem.errors.contains { error in
            ["missing_column", "unknown_column", "unnamed_column", "doubled_column"].contains(error["code"].text)
        }
        return isOfOtherColumns && typed.takesMapping ? [.inspect] : []
    }

    private var errors: [String] {
        problem.errors.map { error in
            let place = error["place"].text ?? error["pointer"].text.map { OwnWords.place($0, in: language) } ?? ""
            let message =
                OwnWords.translated(error["message"].text ?? error["code"].text ?? "", in: language)
                + OwnWords.limits(for: error, in: language)
            return place.isEmpty ? "  - \(message)" : "  - \(place): \(message)"
        }
    }

    private var faultTable: [String] {
        let table = Table(columns: FaultColumns.all, rows: problem.errors).forPeople
        let style = Style(.never, environment: Environment(variables: [:]), isTerminal: false)
        let lines = TableText(table: table, language: language, style: style, width: width).lines
        let total = problem.document["faults_total"].integer ?? problem.errors.count
        let further = total - problem.errors.count
        return [""] + lines
            + (further > 0 ? [Phrase.furtherFaults(further, total: total).text(in: language)] : []) + [""]
    }
}

/// The columns of a refused file's faults.
enum FaultColumns {
    static let all = [
        Column("line", .line, .integer), Column("column", .column), Column("value", .content),
        Column("code", .code, for: .machines),
        Column("message", .explanation) { .string(explanation($0)) },
    ]

    /// The message without the place and the content that the columns before it show.
    static func explanation(_ fault: JSONValue) -> String {
        let message = fault["message"].text ?? fault["code"].text ?? ""
        var rest = message[...]
        let (line, column) = ("\(fault["line"].integer ?? 0)", fault["column"].text ?? "")
        for beginning in ["baris \(line)", "line \(line)", "kolom \(column)", "column \(column)"] {
            guard rest.lowercased().hasPrefix(beginning.lowercased()) else { continue }
            rest = rest.dropFirst(beginning.count).drop { ",: ".contains($0) }
        }
        let content = "\"\(fault["value"].text ?? "")\" – "
        if rest.hasPrefix(content) { rest = rest.dropFirst(content.count) }
        return rest.isEmpty ? message : rest.prefix(1).uppercased() + rest.dropFirst()
    }
}
