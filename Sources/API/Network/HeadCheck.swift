internal import NIOHTTP1

/// What a head must be so that everybody on the way reads the same request in it (RFC 9112), and small enough.
///
/// The decoder has refused already what it cannot read, such as a length that is given twice.
struct HeadCheck {
    let limits: NetworkLimits

    /// Nil where the head is in order.
    func fault(of head: HTTPRequestHead) -> NetworkFault? {
        if head.uri.utf8.count > limits.largestTarget { return .targetTooLong }
        let size = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        if size > limits.largestHead || head.headers.count > limits.mostFields { return .headTooLarge }
        if head.method == .CONNECT { return .method }
        guard Self.isTarget(head.uri, of: head.method) else { return .malformed }
        // A field that is continued on the next line, or that holds a control character, is read in two ways.
        guard head.headers.allSatisfy({ $0.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 } }) else {
            return .malformed
        }
        return hostFault(of: head) ?? lengthFault(of: head) ?? expectationFault(of: head)
    }

    private static func isTarget(_ uri: String, of method: HTTPMethod) -> Bool {
        guard uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        return uri.hasPrefix("/") || uri.hasPrefix("http://") || uri.hasPrefix("https://")
            || uri == "*" && method == .OPTIONS
    }

    private func hostFault(of head: HTTPRequestHead) -> NetworkFault? {
        let hosts = head.headers["Host"]
        guard hosts.count <= 1 else { return .hostRepeated }
        guard let host = hosts.first else { return head.version == .http1_0 ? nil : .hostMissing }
        guard !host.isEmpty else { return .hostMissing }
        let isName = host.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._:[]%~".utf8.contains(byte)
        }
        return isName ? nil : .malformed
    }

    private func lengthFault(of head: HTTPRequestHead) -> NetworkFault? {
        let lengths = head.headers["Content-Length"]
        let codings = head.headers["Transfer-Encoding"]
        guard lengths.count <= 1, lengths.isEmpty || codings.isEmpty else { return .ambiguousLength }
        if codings.isEmpty { return nil }
        let isChunked = codings.count == 1 && codings[0].lowercased() == "chunked"
        return isChunked && head.version != .http1_0 ? nil : .ambiguousLength
    }

    private func expectationFault(of head: HTTPRequestHead) -> NetworkFault? {
        let expectations = head.headers["Expect"]
        return expectations.allSatisfy { $0.lowercased() == "100-continue" } ? nil : .expectation
    }
}
