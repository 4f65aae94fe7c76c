import Foundation
import Testing

@testable import Secrets

/// One-time codes, as their specifications have them.
struct TimeCodeTests {
    /// Of both appendices.
    private static let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B, the lines for SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func vectorsOfTheClock(_ seconds: Int64, _ code: String) {
        #expect(TimeCode.code(of: Self.secret, at: TimeCode.step(at: seconds), digits: 8) == code)
    }

    /// RFC 4226, appendix D.
    @Test func vectorsOfTheCounter() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map { TimeCode.code(of: Self.secret, at: $0) } == codes)
    }

    /// RFC 4648, section 10, without padding.
    @Test func base32() {
        let vectors = [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ]
        for (text, encoded) in vectors { #expect(Base32.encode(Array(text.utf8)) == encoded) }
    }

    /// The code of now, of half a minute ago and of the next half minute, and of no other.
    @Test func oneStepEitherSide() {
        let now: Int64 = 1_234_567_890
        let step = TimeCode.step(at: now)
        for offset: Int64 in -5...5 {
            let code = TimeCode.code(of: Self.secret, at: step + offset)
            let expected = abs(offset) <= 1 ? step + offset : nil
            #expect(TimeCode.step(of: code, Self.secret, at: now) == expected)
        }
        for wrong in ["", "1", "00000a", "0890059"] {
            #expect(TimeCode.step(of: wrong, Self.secret, at: now) == nil)
        }
    }

    @Test func whatAProgramReads() {
        #expect(
            TimeCode.address(of: Self.secret, account: "siti+a@kotabaru.example")
                == "otpauth://totp/Selaras:siti%2Ba%40kotabaru.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Selaras"
        )
        let secrets = (0..<100).map { _ in TimeCode.newSecret() }
        #expect(Set(secrets).count == 100 && secrets.allSatisfy { $0.count == 20 })
    }

    @Test func recoveryCodesAreReadAsTheyAreCopied() throws {
        let codes = (0..<100).map { _ in RecoveryCode.random() }
        #expect(Set(codes.map(\.hash)).count == 100)
        for code in codes {
            #expect(code.text.wholeMatch(of: /([a-z2-7]{4}-){5}[a-z2-7]{4}/) != nil)
            for typed in [code.text, code.text.uppercased(), code.text.replacing("-", with: ""), " \(code.text) "] {
                #expect(SecondFactorCode(typed) == .recovery(code), "\(typed)")
            }
        }
        #expect(SecondFactorCode("123 456") == .time("123456"))
        for wrong in [
            "", "12345", "1234567", "12345a", "٣٤٥٦٧٨", String(codes[0].text.dropLast()), codes[0].text + "a",
        ] {
            #expect(SecondFactorCode(wrong) == nil, "\(wrong)")
        }
    }

    /// It opens for its account, with the key that sealed it, whole, and for nothing else.
    @Test func sealedSecretsOpenForTheirAccount() throws {
        let (old, new) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
        let seal = SecondFactorSeal(keys: [old])
        let sealed = try seal.sealed(Self.secret, for: "a")
        #expect(sealed.count == 48)
        #expect(try seal.sealed(Self.secret, for: "a") != sealed)
        #expect(seal.opened(sealed, of: "a") == Self.secret)
        #expect(seal.opened(sealed, of: "b") == nil)
        #expect(SecondFactorSeal(keys: [new]).opened(sealed, of: "a") == nil)
        let rotated = SecondFactorSeal(keys: [old, new])
        #expect(rotated.opened(sealed, of: "a") == Self.secret)
        #expect(seal.opened(try rotated.sealed(Self.secret, for: "a"), of: "a") == nil)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(seal.opened(changed, of: "a") == nil)
        }
        #expect(seal.opened([], of: "a") == nil && seal.opened(Array(sealed.dropLast()), of: "a") == nil)
    }
}
