import Testing

@testable import Secrets

struct PasswordPolicyTests {
    private func faults(_ text: String, _ name: PasswordPolicy.Name = .nist, mfa: Bool = false) -> [PasswordPolicy
        .Fault]
    {
        PasswordPolicy(name).faults(
            of: PasswordText(text), context: ["Siti Aminah", "siti.aminah@kotabarukab.go.id"], withSecondFactor: mfa)
    }

    /// Endings that turn each of the words into passwords of their own.
    private static let endings = [
        "", "1", "12", "123", "1234", "12345", "123456", "!", "!!", "123!", "01", "99", "2024", "2025", "2026", "@123",
        "#1", "_1", ".",
    ]

    /// At least three thousand that people choose; none passes, however short a password may be.
    @Test func whatPeopleChooseIsKnown() {
        var tried: Set<String> = []
        for word in CommonWords.all {
            for ending in Self.endings { tried.insert(word + ending) }
        }
        #expect(tried.count >= 3000)
        for password in tried.sorted() {
            #expect(GuessablePassword(password, context: []).isGuessable, "\(password)")
            #expect(GuessablePassword(password.uppercased(), context: []).isGuessable, "\(password)")
        }
    }

    @Test(arguments: [
        "P@ssw0rdP@ssw0rd", "rahasia rahasia rahasia", "Indonesia-Merdeka-1945", "qwertyuiopasdfghjkl",
        "aaaaaaaaaaaaaaaa",
        "1234567890123456", "bismillah2026!!!", "Kotabaru Selaras 2026", "siti.aminah.1990", "SitiAminah12345678",
        "k4t4s4nd1r4h4s14", "abcabcabcabcabcabc", "xyxyxyxyxyxyxyxyxy",
    ])
    func guessable(_ password: String) {
        #expect(faults(password) == [.common])
    }

    @Test(arguments: [
        "perahu kecil menuju muara sungai", "tujuh layang putus di atas pasar", "gerimis di atas atap seng tua",
        "uVx7-kQp2-mZr9-tLw4", "Jendela timur terbuka sejak subuh", "мост через тихую реку",
    ])
    func fine(_ password: String) {
        #expect(faults(password).isEmpty)
    }

    @Test func lengthIsCountedInCharacters() {
        let word = "uvxkqpmzrtlwjg"
        #expect(faults(word) == [.tooShort] && faults(word + "é").isEmpty)
        // However it was typed.
        #expect(faults(word + "e\u{301}").isEmpty && faults(String(word.dropLast()) + "e\u{301}") == [.tooShort])
        #expect(faults("uvxkqpm", mfa: true) == [.tooShort] && faults("uvxkqpmz", mfa: true).isEmpty)
        let long = String(repeating: "uvxkqpmz", count: 16)
        #expect(faults(long).isEmpty && faults(long + "u") == [.tooLong])
    }

    @Test func bssnAsksForAMixture() {
        for password in ["perahu kecil menuju muara", "Perahu kecil menuju muara", "Perahu kecil menuju 7 muar4"] {
            let isMixed = password.contains { $0.isNumber }
            #expect(faults(password, .bssn) == (isMixed ? [] : [.notMixed]))
        }
        #expect(faults("Perahukecilmenuju7muara", .bssn) == [.notMixed])
        #expect(PasswordPolicy(.bssn).mostDays == 90 && PasswordPolicy(.bssn).remembered == 5)
        #expect(PasswordPolicy(.nist).mostDays == nil && PasswordPolicy(.nist).remembered == 0)
    }
}
