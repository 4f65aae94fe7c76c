/// What the program's exit code says; scripts rely on these numbers, so they never change meaning.
enum ProgramStatus: Int32, CaseIterable, Sendable {
    case success = 0
    case failure = 1
    case usage = 2
    case notFound = 3
    case notAllowed = 4
    case conflict = 5
    case invalid = 6
    case temporary = 7
    case partial = 8
    case interrupted = 130

    /// What a status of HTTP means to whoever called the program.
    ///
    /// A key still in use is a conflict that passes by itself, so it counts as temporary.
    init(httpStatus: Int, code: String?) {
        self =
            switch (httpStatus, code) {
            case (409, "idempotency_key_in_use"): .temporary
            case (200..<300, _): .success
            case (404, _), (410, _): .notFound
            case (401, _), (403, _): .notAllowed
            case (409, _), (412, _), (428, _): .conflict
            case (400, _), (413, _), (415, _), (422, _): .invalid
            case (408, _), (429, _), (502, _), (503, _), (504, _): .temporary
            default: .failure
            }
    }
}
