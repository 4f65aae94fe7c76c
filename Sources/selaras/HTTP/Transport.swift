/// The seam to the network: one request, one answer.
protocol Transport: Sendable {
    func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse
}

struct OutgoingRequest: Sendable {
    /// GET, POST and whatever else `selaras api` is told.
    struct Method: Hashable, Sendable, CustomStringConvertible {
        let name: String

        static let get = Method(name: "GET")
        static let post = Method(name: "POST")
        static let patch = Method(name: "PATCH")
        static let put = Method(name: "PUT")
        static let delete = Method(name: "DELETE")

        var description: String { name }
        var isReading: Bool { ["GET", "HEAD", "OPTIONS"].contains(name) }
    }

    enum Body: Sendable {
        case none
        case bytes([UInt8])
        case upload(Upload)
    }

    let method: Method
    let url: String
    var headers: [(name: String, value: String)]
    let body: Body
    /// Seconds until the answer must begin, and the longest that it may fall silent afterwards.
    let timeout: Int
    /// Where the body of a success goes as it comes; the answer itself has none then.
    var sink: (@Sendable ([UInt8]) throws -> Void)?
}

struct IncomingResponse: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]

    /// The first header of that name; case does not count.
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// Why there is no answer at all.
enum TransportFailure: Error, Equatable, Sendable {
    case unreachable(Unreachable)
    /// The connection broke after it had been made: the request may have been carried out.
    case reset
    case timedOut
    case answerTooLarge
    case unreadableFile(Phrase)
    /// The answer ended in the middle, and what came of it is written already.
    case brokenOff
    /// What came could not be put where it should go.
    case unwritable(Failure)
}

/// What stands between this machine and the service.
enum Unreachable: Equatable, Sendable {
    case refused
    case noRoute
    case unknownName
    case noAnswer
    /// A certificate that nobody known vouches for, or no longer.
    case untrusted
    /// A certificate of another name.
    case otherName
    /// What answers there does not speak TLS.
    case noTLS
    case other(String)
}
