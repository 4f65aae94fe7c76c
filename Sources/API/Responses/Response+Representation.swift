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
        bytes = JSONWriter.bytes(of: value)
        let hash = Base64URL.encode(Array(SHA256.hash(data: bytes).prefix(9)))
        entityTag = version.map { "\"\($0)-\(hash)\"" } ?? "\"\(hash)\""
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
        guard request.hasRepresentation(representation.entityTag) else {
            return json(representation.bytes, headers: [.eTag: representation.entityTag])
        }
        var response = Response(status: .notModified, headers: [.eTag: representation.entityTag])
        response.headers[.contentLength] = nil
        return response
    }

    /// One thing after a change.
    static func changed(_ value: some JSONRepresentable, version: Int, isReplay: Bool = false) -> Response {
        let representation = Representation(of: value, version: version)
        var response = json(representation.bytes, headers: [.eTag: representation.entityTag])
        if isReplay { response.headers[.idempotentReplayed] = "true" }
        return response
    }

    /// What has no address of its own.
    static func done(_ value: some JSONRepresentable, isReplay: Bool) -> Response {
        json(JSONWriter.bytes(of: value), headers: isReplay ? [.idempotentReplayed: "true"] : HTTPFields())
    }

    /// A new thing, or the same again on a replay of its request.
    ///
    /// - Parameter tagged: What a later GET shows, where the answer shows more.
    static func created(
        _ value: some JSONRepresentable, at location: String, tagged: Representation, isReplay: Bool
    ) -> Response {
        var headers: HTTPFields = [.location: location, .eTag: tagged.entityTag]
        if isReplay { headers[.idempotentReplayed] = "true" }
        return json(JSONWriter.bytes(of: value), status: .created, headers: headers)
    }

    static func created(
        _ value: some JSONRepresentable, version: Int, at location: String, isReplay: Bool
    ) -> Response {
        created(value, at: location, tagged: Representation(of: value, version: version), isReplay: isReplay)
    }
}
