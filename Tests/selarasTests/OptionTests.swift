import Testing
import Wire

@testable import selaras

@Suite struct OptionTests {
    @Test(
        arguments: [
            ("162000000", 162_000_000), ("162.000.000", 162_000_000), ("Rp162.000.000", 162_000_000),
            ("Rp 1.250.000,00", 1_250_000), ("1.250.000,-", 1_250_000), ("0", 0), ("1.25", nil), ("1,250,000", nil),
            ("1250000,50", nil), ("-5", nil), ("", nil), ("Rp", nil), ("1.0000", nil), ("9007199254740992", nil),
            ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func money(_ text: String, _ rupiah: Int?) {
        #expect(Money(argument: text)?.rupiah == rupiah)
    }

    @Test(
        arguments: [
            ("40", "40"), ("18.5", "18.5"), ("18,5", "18.5"), ("8570.25", "8570.25"), ("1.250", nil), ("1,250", nil),
            ("1.250,5", nil), ("x", nil), ("", nil),
        ] as [(String, String?)])
    func decimals(_ text: String, _ number: String?) {
        #expect(Decimal(argument: text)?.number.text == number)
    }

    @Test(arguments: ["63.02.12.2005/2025", "63.02.12.2005", "0197A1B2-0000-7000-8000-000000000001"])
    func lokus(_ text: String) {
        #expect(LokusReference(argument: text) != nil)
    }

    @Test(arguments: [
        "6302122005", "63.02.12", "63.02.12.2005/", "63.02.12.2005/25", "63.02.12.2005/2025/1", "63.02.12.200x", "",
        "63.02.12.2005/٢٠٢٥",
    ])
    func noLokus(_ text: String) {
        #expect(LokusReference(argument: text) == nil)
    }

    @Test(arguments: ["2025-02-29", "2025-9-30", "30-09-2025", "03/04/2026"])
    func noDay(_ text: String) {
        #expect(Day(argument: text) == nil)
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("https://a.example/selaras/", "https://a.example/selaras"),
            ("HTTPS://a.example", "https://a.example"), (" https://a.example ", "https://a.example"),
            ("a.example", nil),
            ("ftp://a.example", nil), ("https://", nil), ("https://a.example/?q", nil),
            ("https://me:pw@a.example", nil),
            ("https://a b", nil),
        ] as [(String, String?)])
    func addresses(_ text: String, _ url: String?) {
        #expect((try? ServiceURL.checked(text)) == url)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080", false), ("http://localhost", false), ("http://[::1]:80/x", false),
        ("http://10.0.0.1", true), ("http://localhost.evil.example", true), ("https://a.example", false),
    ])
    func listeners(_ url: String, _ isOpen: Bool) {
        #expect(ServiceURL.isOpenToListeners(url) == isOpen)
    }
}
