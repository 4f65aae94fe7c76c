internal import Glibc
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Where a request comes from, as far as attempts to sign in are counted by it: an address, or of IPv6 the network that
/// one customer is given.
///
/// A proxy says in `X-Forwarded-For` whom it serves. It is believed where it runs on this machine, which no stranger can
/// pretend, or where it was named; anybody else could write there what they like.
struct ClientPlace: Sendable {
    let name: String

    init(of request: Request, _ channel: (any Channel)?, trusting proxies: Set<String>) {
        let peer = channel?.remoteAddress
        let forwarded = request.headers[values: .forwardedFor].flatMap { $0.split(separator: ",") }
        name = Self.name(peer: peer, forwarded: forwarded.map(String.init), trusting: proxies)
    }

    static func name(peer: SocketAddress?, forwarded: [String], trusting proxies: Set<String>) -> String {
        // Without an address it is a socket of this machine.
        guard let peer, let address = peer.ipAddress else { return "-" }
        var last = network(of: peer) ?? address
        guard isProxy(address, proxies) else { return last }
        for text in forwarded.reversed() {
            let text = text.filter { $0 != " " }
            guard let client = try? SocketAddress(ipAddress: text, port: 0), let found = network(of: client) else {
                return last
            }
            last = found
            if !isProxy(text, proxies) { return last }
        }
        return last
    }

    private static func isProxy(_ address: String, _ proxies: Set<String>) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.") || proxies.contains(address)
    }

    private static func network(of address: SocketAddress) -> String? {
        switch address {
        case .v4: return address.ipAddress
        case .v6:
            var bytes = [UInt8](repeating: 0, count: 16)
            // Without the name of an interface, which stands behind `%`.
            let text = (address.ipAddress ?? "").prefix { $0 != "%" }
            guard inet_pton(AF_INET6, String(text), &bytes) == 1 else { return nil }
            // An IPv4 address in the clothes of IPv6.
            if bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) {
                return bytes.suffix(4).map(String.init).joined(separator: ".")
            }
            return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
        case .unixDomainSocket: return nil
        }
    }
}
