internal import HTTPTypes
internal import Hummingbird
internal import Phrasing
internal import Planning
internal import Wire

/// A problem on its way to the client: everything but what the middleware knows of the request.
struct Rejection: Error {
    let status: HTTPResponse.Status
    let code: String
    var faults = Problem.Faults.none
    var headers = HTTPFields()
    /// Words of its own for a code that says too little here; nil for those of the code.
    var text: ProblemText?

    init(
        _ status: HTTPResponse.Status, _ code: String, faults: Problem.Faults = .none,
        headers: HTTPFields = HTTPFields()
    ) {
        self.status = status
        self.code = code
        self.faults = faults
        self.headers = headers
    }

    /// Whatever was wrong: a word more would tell which e-mails have accounts.
    static let signInRefused = Rejection(
        .unauthorized, "sign_in_refused", headers: [.wwwAuthenticate: "Bearer"])
    static let secondFactorRequired = Rejection(
        .unauthorized, "second_factor_required", headers: [.wwwAuthenticate: "Bearer"])
    /// Another code, or one that was used.
    static let secondFactorRefused = Rejection(
        .unauthorized, "second_factor_refused", headers: [.wwwAuthenticate: "Bearer"])
    static let credentialsGivenTwice = Rejection(.badRequest, "credentials_given_twice")
    static let crossSite = Rejection(.forbidden, "cross_site_request")
    static let csrfTokenRequired = Rejection(.forbidden, "csrf_token_required")
    static let passwordHasExpired = Rejection(.forbidden, "password_has_expired")

    static func tooManyAttempts(wait seconds: Int) -> Rejection {
        Rejection(.tooManyRequests, "too_many_attempts", headers: [.retryAfter: String(seconds)])
    }

    static let tokenAbsent: Rejection = {
        var rejection = Rejection(Refusal.unauthenticated)
        rejection.text = .tokenAbsent
        return rejection
    }()

    static let malformedJSON = Rejection(.badRequest, "malformed_json")
    static let incompleteBody = Rejection(.badRequest, "incomplete_body")
    static let invalidHeader = Rejection(.badRequest, "invalid_header")
    static let idempotencyKeyRequired = Rejection(.badRequest, "idempotency_key_required")
    static let bodyTooSlow = Rejection(.requestTimeout, "request_timed_out")
    static let overloaded = Rejection(.serviceUnavailable, "overloaded", headers: [.retryAfter: "1"])
    static let contentTooLarge = Rejection(.contentTooLarge, "content_too_large")
    static let preconditionRequired = Rejection(.preconditionRequired, "precondition_required")

    func problem(on request: Request, _ requestID: String) -> Problem {
        Problem(
            status: status.code, text: text ?? .of(code), language: request.language, instance: request.uri.path,
            requestID: requestID, faults: faults)
    }

    func response(to request: Request, requestID: String) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json; charset=utf-8"
        headers.say(request.language)
        let body = ByteBuffer(bytes: JSONWriter.bytes(of: problem(on: request, requestID)))
        let response = Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }
}
