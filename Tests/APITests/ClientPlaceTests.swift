import NIOCore
import Testing

@testable import API

/// Whom attempts to sign in are counted for.
struct ClientPlaceTests {
    private func name(_ peer: String, _ forwarded: String..., trusting proxies: Set<String> = []) throws -> String {
        ClientPlace.name(peer: try SocketAddress(ipAddress: peer, port: 1), forwarded: forwarded, trusting: proxies)
    }

    @Test func aStrangerSaysNothingOfWhereTheyAre() throws {
        #expect(try name("203.0.113.7") == "203.0.113.7")
        #expect(try name("203.0.113.7", "10.0.0.1") == "203.0.113.7")
        #expect(try name("2001:db8::7", "10.0.0.1") == name("2001:db8::8"))
    }

    @Test func aProxyOfThisMachineAndThoseThatAreNamedAreBelieved() throws {
        for peer in ["127.0.0.1", "::1", "127.8.8.8", "::ffff:127.0.0.1"] {
            #expect(try name(peer, "203.0.113.7") == "203.0.113.7", "\(peer)")
        }
        #expect(try name("10.0.0.9", "203.0.113.7", trusting: ["10.0.0.9"]) == "203.0.113.7")
        // The last that is no proxy of ours; what stands before it anybody could have written.
        #expect(try name("127.0.0.1", "1.1.1.1", "203.0.113.7", " 10.0.0.9", trusting: ["10.0.0.9"]) == "203.0.113.7")
        #expect(try name("127.0.0.1", "1.1.1.1", "203.0.113.7") == "203.0.113.7")
        #expect(try name("127.0.0.1") == "127.0.0.1")
        for wrong in ["x", "", "1.2.3", "203.0.113.7:80"] { #expect(try name("127.0.0.1", wrong) == "127.0.0.1") }
        #expect(ClientPlace.name(peer: nil, forwarded: ["203.0.113.7"], trusting: []) == "-")
    }

    /// A customer is given a network, and could try from each of its addresses.
    @Test func ofSixTheNetworkCounts() throws {
        #expect(try name("2001:db8:1:2::1") == name("2001:db8:1:2:ffff::9"))
        #expect(try name("2001:db8:1:2::1") != name("2001:db8:1:3::1"))
        #expect(try name("::ffff:203.0.113.7") == "203.0.113.7")
    }
}
