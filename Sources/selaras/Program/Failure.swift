/// Why a command ends without an answer.
enum Failure: Error, Equatable, Sendable {
    /// Something that this program found by itself.
    case said(Phrase, ExitStatus)
    /// What the service answered.
    case problem(ServiceProblem)

    static func usage(_ phrase: Phrase) -> Failure { .said(phrase, .usage) }
    static func notFound(_ phrase: Phrase) -> Failure { .said(phrase, .notFound) }

    var status: ExitStatus {
        switch self {
        case .said(_, let status): status
        case .problem(let problem): ExitStatus(httpStatus: problem.status, code: problem.code)
        }
    }
}
