internal import Wire

/// One document of the service.
struct Resource: Sendable {
    let value: JSONValue
    /// The document as it came.
    let bytes: [UInt8]
    /// The version that a change must name; nil where the document has none.
    let etag: String?
    /// Whether the service had done this before and only says again what came of it.
    var isReplay = false
}
