import Phrasing
import Testing
import Wire

@testable import selaras

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ([:], .indonesian), (["LANG": "en_US.UTF-8"], .english), (["LANG": "C.UTF-8"], .indonesian),
            (["LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"], .indonesian),
            (["LC_MESSAGES": "en_GB", "LANG": "id_ID"], .english), (["LC_ALL": "", "LANG": "en"], .english),
            (["SELARAS_LANG": "id", "LC_ALL": "en_US.UTF-8"], .indonesian),
            (["SELARAS_LANG": "en"], .english), (["SELARAS_LANG": "tlh", "LANG": "en"], .english),
        ] as [([String: String], Language)])
    func ofTheEnvironment(_ variables: [String: String], _ language: Language) {
        #expect(Language(Environment(variables: variables)) == language)
    }

    @Test func configuredWinsOverTheLocale() {
        let environment = Environment(variables: ["LC_ALL": "en_US.UTF-8"])
        #expect(Language(environment, configured: "id") == .indonesian)
        let stated = Environment(variables: ["SELARAS_LANG": "en"])
        #expect(Language(stated, configured: "id") == .english)
    }

    @Test(
        arguments: [
            (.integer, "1250000", "1.250.000", "1,250,000"), (.decimal, "8570.25", "8.570,25", "8,570.25"),
            (.percent, "59.29", "59,29 %", "59.29%"), (.change, "-1234.5", "-1.234,50", "-1,234.50"),
        ] as [(Column.Kind, String, String, String)])
    func numbers(_ kind: Column.Kind, _ text: String, _ indonesian: String, _ english: String) throws {
        let value = JSONValue.number(try #require(JSONNumber(text)))
        #expect(Cell.text(value, kind, in: .indonesian) == indonesian)
        #expect(Cell.text(value, kind, in: .english) == english)
    }

    @Test func daysAndMoments() {
        #expect(Cell.text("2025-08-30", .day, in: .english) == "30 August 2025")
        // The next day in WITA.
        #expect(Cell.text("2025-12-31T16:05:00Z", .moment, in: .english) == "1 January 2026, 00:05 WITA")
        #expect(Cell.text("2025-12-31T16:05:00Z", .moment, in: .indonesian) == "1 Januari 2026 pukul 00.05 WITA")
        #expect(Period.text(of: ["budget_year": 2025, "quarter": 3], in: .english) == "Q3 FY 2025")
    }

    @Test(arguments: [(Language.indonesian, "id"), (.english, "en, id;q=0.5")])
    func theServiceIsAskedForIt(_ language: Language, _ header: String) async {
        let transport = FakeTransport(["GET /me": "{}"])
        _ = await Session(transport, language: language).run("whoami")
        #expect(transport.asked.first?.headers["Accept-Language"] == header)
    }

    /// A sentence that forgot to be translated is the same in both.
    @Test func noHeadingIsOnlyIndonesian() {
        let alike = Heading.allCases.filter { $0.text(in: .indonesian) == $0.text(in: .english) }
        #expect(
            Set(alike) == [
                .status, .kabupaten, .kecamatan, .desa, .ikkColumn, .target, .quantity, .transition,
                .relativeError, .rt,
            ])
    }
}
