/// Why a command ends without an answer.
enum Failure: Error, Equatable, Sendable {
    /// Something that this program found by itself.
    case said(Phrase, ProgramStatus)
    /// What the service answered.
    case problem(ServiceProblem)
    /// What was shown already, as `doctor` shows what it found.
    case told(ProgramStatus)

    static func usage(_ phrase: Phrase) -> Failure { .said(phrase, .usage) }
    static func notFound(_ phrase: Phrase) -> Failure { .said(phrase, .notFound) }

    var status: ProgramStatus {
        switch self {
        case .said(_, let status), .told(let status): status
        case .problem(let problem): ProgramStatus(httpStatus: problem.status, code: problem.code)
        }
    }
}
