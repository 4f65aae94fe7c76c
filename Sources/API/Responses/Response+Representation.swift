internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import Wire

/// The bytes of one thing's representation, and the tag that stands for them.
struct Representation {
    let bytes: [UInt8]
    /// Strong: `"<version>-<hash of the bytes>"`, or the hash alone for what is computed and has no version.
    let entityTag: String

    init(of value: some JSONRepresentable, version: Int?) {
        let bytes = JSONWriter.bytes(of: value)
        self.bytes = bytes
        entityTag = version.map { "\"\($0)-\(Self.hash(of: bytes))\"" } ?? Self.entityTag(of: bytes)
    }

    /// Strong, of what is computed and has no version.
    static func entityTag(of bytes: [UInt8]) -> String { "\"\(hash(of: bytes))\"" }

    private static func hash(of bytes: [UInt8]) -> String {
        Base64URL.encode(Array(SHA256.hash(data: bytes).prefix(9)))
    }
}

extension Response {
    static func json(
        _ bytes: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = HTTPFields()
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// One thing, or 304 where the client has this representation already.
    static func single(_ value: some JSONRepresentable, version: Int?, to request: Request) -> Response {
        let representation = Representation(of: value, version: version)
        let headers: HTTPFields = [
            .contentType: "application/json; charset=utf-8", .eTag: representation.entityTag,
        ]
        return tagged(representation.bytes, headers, to: request)
    }

    /// Bytes with the tag that `headers` name, or 304 where the client has them already.
    static func tagged(_ bytes: [UInt8], _ headers: HTTPFields, to request: Request) -> Response {
        guard !request.hasRepresentation(headers[.eTag] ?? "") else {
            // What it is has not changed, so neither has its kind (RFC 9110, section 15.4.5).
            var headers = headers
            headers[.contentType] = nil
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// One thing after a change.
    static func changed<Made: JSONRepresentable>(_ effect: Effect<Made>, version: Int) -> Response {
        changed(effect, tagged: Representation(of: effect.made, version: version))
    }

    /// - Parameter tagged: What a later GET shows, where the answer shows more.
    static func changed<Made: JSONRepresentable>(_ effect: Effect<Made>, tagged: Representation) -> Response {
        done(effect, headers: [.eTag: tagged.entityTag])
    }

    /// A new thing, or the same again on a replay of its request.
    static func created<Made: JSONRepresentable>(
        _ effect: Effect<Made>, version: Int, at location: String
    ) -> Response {
        created(effect, at: location, tagged: Representation(of: effect.made, version: version))
    }

    static func created<Made: JSONRepresentable>(
        _ effect: Effect<Made>, at location: String, tagged: Representation
    ) -> Response {
        done(effect, status: .created, headers: [.location: location, .eTag: tagged.entityTag])
    }

    /// What a request with effect came to. A dry run made nothing: it answers 200, and names neither a place where the
    /// thing could be read nor a version that could be changed.
    static func done<Made: JSONRepresentable>(
        _ effect: Effect<Made>, status: HTTPResponse.Status = .ok, headers: HTTPFields = HTTPFields()
    ) -> Response {
        let bytes = JSONWriter.bytes(of: effect.made)
        switch effect.kind {
        case .done: return json(bytes, status: status, headers: headers)
        case .tried: return json(bytes, headers: [.dryRun: "true"])
        case .replayed:
            var headers = headers
            headers[.idempotentReplayed] = "true"
            return json(bytes, status: status, headers: headers)
        }
    }
}
