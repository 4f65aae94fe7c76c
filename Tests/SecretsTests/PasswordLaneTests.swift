import Planning
import Testing

@testable import Secrets

struct PasswordLaneTests {
    private static let cheap = KeptPassword.Parameters(cost: 1 << 10, blockSize: 8, parallelism: 1)

    /// The second vector of RFC 7914, section 12, cut to our 32 bytes: PBKDF2 makes its blocks one after the other.
    @Test func isScryptAsItIsWritten() throws {
        let bytes: [UInt8] = [
            0xfd, 0xba, 0xbe, 0x1c, 0x9d, 0x34, 0x72, 0x00, 0x78, 0x56, 0xe7, 0x19, 0x0d, 0x01, 0xe9, 0xfe, 0x7c, 0x6a,
            0xd7, 0xcb, 0xc8, 0x23, 0x78, 0x30, 0xe7, 0x73, 0x76, 0x63, 0x4b, 0x37, 0x31, 0x62,
        ]
        let kept = KeptPassword(
            parameters: .init(cost: 1024, blockSize: 8, parallelism: 16), salt: Array("NaCl".utf8), hash: bytes)
        #expect(try Scrypt.matches(Array("password".utf8), kept))
        #expect(try !Scrypt.matches(Array("passwore".utf8), kept))
    }

    @Test func aHashIsOfOnePasswordAndSaltedAnew() async throws {
        let lane = PasswordLane(parameters: Self.cheap)
        let one = try await lane.hashed(PasswordText("a"), for: "a")
        let other = try await lane.hashed(PasswordText("a"), for: "a")
        #expect(one.salt != other.salt && one.hash != other.hash && one.salt.count == 16 && one.hash.count == 32)
        #expect(try await lane.matches(PasswordText("a"), one, for: "a"))
        #expect(try await !lane.matches(PasswordText("b"), one, for: "a"))
        // As much work where there is nobody.
        let before = lane.counts.done
        #expect(try await !lane.matches(PasswordText("a"), nil, for: "a"))
        #expect(lane.counts.done == before + 1)
        #expect(lane.isOfToday(one) && !PasswordLane().isOfToday(one))
    }

    @Test func twoAtATimeAndALineThatEnds() async throws {
        let lane = PasswordLane(parameters: .init(cost: 1 << 14, blockSize: 8, parallelism: 1))
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<80 {
                group.addTask {
                    do {
                        _ = try await lane.matches(PasswordText("a"), nil, for: "a")
                        return true
                    } catch is PasswordLane.Busy {
                        return false
                    }
                }
            }
            var outcomes: [Bool] = []
            for try await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
        #expect(outcomes.contains(true) && outcomes.contains(false))
        #expect(lane.counts.mostAtOnce == PasswordLane.atOnce)
    }

    /// Whoever fills the line from one address makes room in it for others, and is served in turns with them.
    @Test func oneAddressKeepsNobodyOut() async throws {
        let lane = PasswordLane(
            parameters: .init(cost: 1 << 11, blockSize: 8, parallelism: 1), longestWait: 600)
        let outcomes = try await withThrowingTaskGroup(of: (String, Bool).self) { group in
            func come(_ place: String) {
                group.addTask {
                    do {
                        return (place, try await !lane.matches(PasswordText("a"), nil, for: place))
                    } catch is PasswordLane.Busy {
                        return (place, false)
                    }
                }
            }
            for _ in 0..<200 { come("greedy") }
            // The line is full once somebody was turned away.
            var outcomes: [(String, Bool)] = []
            while outcomes.last?.1 != false, let outcome = try await group.next() { outcomes.append(outcome) }
            #expect(outcomes.last?.1 == false)
            for number in 1...8 { come("office \(number)") }
            for try await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
        #expect(outcomes.filter { $0.0 != "greedy" }.map(\.1) == Array(repeating: true, count: 8))
        #expect(outcomes.contains { $0 == ("greedy", true) })
    }

    @Test func countersNameNobodyAndAreKeyed() throws {
        let email = try #require(EmailAddress("Siti@Kotabaru.example "))
        #expect(email.description == "siti@kotabaru.example")
        let (one, other) = (SignInKey(bytes: [1]), SignInKey(bytes: [2]))
        let counters = one.counters(of: email, from: "10.0.0.1")
        #expect(counters == one.counters(of: email, from: "10.0.0.1"))
        #expect(counters.byEmail == one.counters(of: email, from: "10.0.0.2").byEmail)
        #expect(counters.byBoth != one.counters(of: email, from: "10.0.0.2").byBoth)
        #expect(counters.byEmail != other.counters(of: email, from: "10.0.0.1").byEmail)
        #expect(Set([counters.byEmail, counters.byAddress, counters.byBoth]).count == 3)
        // What looks like another address is none: accents in either form, other alphabets, what is not seen.
        for scalar in [
            "\u{e9}", "e\u{301}", "\u{430}", "\u{200b}", "\u{202e}", "\u{ad}", "\u{feff}", "\u{ff41}", "\u{0}",
        ] {
            #expect(EmailAddress("sit\(scalar)i@kotabaru.example") == nil, "\(scalar.unicodeScalars)")
        }
        for wrong in ["", "a", "@", "a@", "@b", "a@b@c", "a b@c", String(repeating: "a", count: 260) + "@b"] {
            #expect(EmailAddress(wrong) == nil, "\(wrong)")
        }
    }
}
