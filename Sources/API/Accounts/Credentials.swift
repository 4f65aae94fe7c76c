internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Secrets

/// How a request says whose it is: by a token in its head, as programs do, or by the cookie of a browser.
///
/// A browser sends its cookie along whoever's page made it send the request. So with a cookie, what is not safe (RFC 9110,
/// section 9.2.1) must come from a page of ours, and show that whoever wrote the page has read an answer of ours.
struct Credentials: Sendable {
    /// The prefix lets no other host of the domain, and nobody without TLS, set it (RFC 6265bis).
    static let cookieName = "__Host-selaras"
    private static let attributes = "Path=/; Secure; HttpOnly; SameSite=Lax"

    private let authorization: String?
    private let cookies: [String]
    private let isSafe: Bool
    private let isCrossSite: Bool
    private let sentProof: String?
    private let key: CSRFKey

    init(of request: Request, _ key: CSRFKey) {
        authorization = request.headers[.authorization]
        cookies = Self.cookies(of: request)
        isSafe = [.get, .head, .options].contains(request.method)
        isCrossSite = Self.isCrossSite(request)
        sentProof = request.headers[.csrfToken]
        self.key = key
    }

    /// Whether the answer is anybody's own.
    var areThere: Bool { authorization != nil || !cookies.isEmpty }

    /// The token, and what a page has to send beside it where it came in a cookie.
    func token() throws -> (secret: TokenSecret, proof: String?) {
        guard authorization == nil || cookies.isEmpty, cookies.count <= 1 else { throw Rejection.credentialsGivenTwice }
        guard let cookie = cookies.first else {
            guard let authorization else { throw Rejection.tokenAbsent }
            guard let secret = Self.bearer(authorization) else { throw Refusal.unauthenticated }
            return (secret, nil)
        }
        if !isSafe { try refuseCrossSite() }
        guard let secret = TokenSecret(cookie) else { throw Refusal.unauthenticated }
        guard isSafe || key.isProof(sentProof ?? "", of: secret) else { throw Rejection.csrfTokenRequired }
        return (secret, key.proof(of: secret))
    }

    /// Signing in by somebody else's page would make a person work in a stranger's name.
    func refuseCrossSite() throws {
        if isCrossSite { throw Rejection.crossSite }
    }

    /// `Set-Cookie` for a session. It ends with the browser; the session ends by itself.
    static func setting(_ secret: TokenSecret) -> String { "\(cookieName)=\(secret.text); \(attributes)" }

    /// `Set-Cookie` for none.
    static let clearing = "\(cookieName)=; Max-Age=0; \(attributes)"

    /// The scheme is spelled in any case (RFC 9110, section 11.1).
    private static func bearer(_ authorization: String) -> TokenSecret? {
        guard let blank = authorization.firstIndex(of: " "),
            authorization[..<blank].lowercased() == "bearer"
        else { return nil }
        return TokenSecret(String(authorization[authorization.index(after: blank)...]))
    }

    private static func cookies(of request: Request) -> [String] {
        request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].filter({ $0 != " " }) == cookieName else { return nil }
            return parts[1].filter { $0 != " " }
        }
    }

    /// What browsers say of the page that made them send it; programs say nothing.
    private static func isCrossSite(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite], site != "same-origin" { return true }
        guard let origin = request.headers[.origin] else { return false }
        let own = host(of: request.head.authority ?? "")
        guard let scheme = ["https://", "http://"].first(where: origin.hasPrefix), !own.isEmpty else { return true }
        // A proxy may have left out the port.
        return host(of: String(origin.dropFirst(scheme.utf8.count))) != own
    }

    private static func host(of authority: String) -> String {
        let port = authority.lastIndex { $0 == ":" }
        guard let port, authority[port...].dropFirst().allSatisfy(\.isNumber) else { return authority.lowercased() }
        return authority[..<port].lowercased()
    }
}
