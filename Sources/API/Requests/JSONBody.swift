internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Planning
internal import Wire

/// The body of a request, of the size and kind that are accepted.
struct JSONBody {
    private static let kinds = ["application/json"]
    private static let patchKinds = ["application/merge-patch+json", "application/json"]

    /// As they came, for the idempotency key.
    let bytes: [UInt8]
    private let object: JSONObject

    /// Throws where there is no JSON object.
    init(of request: Request, upTo most: Int) async throws {
        try request.refuseEncoding()
        let isPatch = request.method == .patch
        try request.require(
            isPatch ? Self.patchKinds : Self.kinds, answer: isPatch ? .acceptPatch : .acceptPost)
        try self.init(bytes: await request.bytes(upTo: most))
    }

    /// For transitions, whose body may also be absent: then it is an empty object.
    init(optionalOf request: Request, upTo most: Int) async throws {
        try request.refuseEncoding()
        let bytes = try await request.bytes(upTo: most)
        if !bytes.isEmpty { try request.require(Self.kinds, answer: .acceptPost) }
        try self.init(bytes: bytes.isEmpty ? Array("{}".utf8) : bytes)
    }

    private init(bytes: [UInt8]) throws {
        self.bytes = bytes
        guard let value = try? JSONValue(parsing: bytes) else { throw Rejection.malformedJSON }
        guard case .object(let object) = value else {
            throw Refusal.faults([DraftFault(pointer: "", code: .wrongType)])
        }
        self.object = object
    }

    /// Builds a draft, or throws everything that is wrong with the members.
    func read<Draft>(_ build: (inout Fields) -> Draft?) throws -> Draft {
        var fields = Fields(object)
        let draft = build(&fields)
        let faults = fields.allFaults
        guard let draft, faults.isEmpty else { throw Refusal.faults(faults) }
        return draft
    }

    /// For what takes no member.
    func refuseMembers() throws {
        _ = try read { _ in true }
    }
}

extension Request {
    /// Throws 415, naming what would be accepted in `answer`.
    func require(_ kinds: [String], answer: HTTPField.Name) throws {
        let kind = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard kinds.contains(kind.trimming(while: \.isWhitespace)) else {
            throw Rejection(
                .unsupportedMediaType, "unsupported_media_type", headers: [answer: kinds.joined(separator: ", ")])
        }
    }

    /// Throws unless the body is a file of text as it is.
    func requireFile() throws {
        try refuseEncoding()
        try require(["text/csv"], answer: .acceptPost)
    }

    /// Compressed bodies are not unpacked: their size could not be known before.
    func refuseEncoding() throws {
        guard let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" else { return }
        throw Rejection(.unsupportedMediaType, "unsupported_media_type", headers: [.acceptEncoding: "identity"])
    }

    fileprivate func bytes(upTo most: Int) async throws -> [UInt8] {
        var chunks = try BodyChunks(of: self, upTo: most)
        var bytes: [UInt8] = []
        defer { BodyBudget.shared.giveBack(bytes.count) }
        while let chunk = try await chunks.next() {
            guard BodyBudget.shared.take(chunk.readableBytes) else { throw Rejection.overloaded }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }
}

extension String {
    fileprivate func trimming(while isOut: (Character) -> Bool) -> String {
        String(drop(while: isOut).reversed().drop(while: isOut).reversed())
    }
}
