internal import Phrasing
internal import Wire

/// What the service says of a file with faults, said of one that it never saw.
struct RefusedRows {
    struct Fault {
        let line: Int
        let column: String?
        let value: String
        let code: String
        let message: Phrase
    }

    private let faults: [Fault]
    private let total: Int

    init(_ faults: [Fault], total: Int) {
        self.faults = faults
        self.total = total
    }

    func failure(_ language: Language) -> Failure {
        let text = ProblemText.all["file_refused"]
        var document = JSONObject([
            ("status", .integer(422)), ("code", "file_refused"), ("faults_total", .integer(total)),
            ("errors", .array(faults.map { Self.document($0, language) })),
        ])
        document["title"] = text.map { .string($0.title[language]) }
        document["detail"] = text.map { .string($0.reason[language] + " " + $0.remedy[language]) }
        return .problem(ServiceProblem(.object(document)))
    }

    private static func document(_ fault: Fault, _ language: Language) -> JSONValue {
        [
            "line": .integer(fault.line), "column": fault.column.map { .string($0) } ?? .null,
            "value": .string(fault.value), "code": .string(fault.code),
            "message": .string(fault.message.text(in: language)),
        ]
    }
}
