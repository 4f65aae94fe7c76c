import Measurement
import Planning
import Testing
import Wire

@Suite struct IndonesianTests {
    @Test(arguments: [
        (0, "Rp0", "0"), (999, "Rp999", "999"), (1_000, "Rp1.000", "1.000"), (1_250_000, "Rp1.250.000", "1.250.000"),
        (-45_000, "-Rp45.000", "-45.000"), (9_007_199_254_740_991, "Rp9.007.199.254.740.991", "9.007.199.254.740.991"),
        (.min, "-Rp9.223.372.036.854.775.808", "-9.223.372.036.854.775.808"),
    ])
    func money(_ amount: Int, _ rupiah: String, _ bare: String) {
        #expect(Indonesian.rupiah(amount) == rupiah)
        #expect(Indonesian.integer(amount) == bare)
    }

    @Test(arguments: [
        ("75.91", "75,91"), ("50.00", "50,00"), ("8570.25", "8.570,25"), ("0.5", "0,5"), ("-1234.5", "-1.234,5"),
        ("1e3", "1.000"), ("100", "100"),
    ])
    func decimals(_ text: String, _ shown: String) throws {
        #expect(Indonesian.decimal(try #require(JSONNumber(text))) == shown)
        #expect(Indonesian.percent(try #require(JSONNumber(text))) == shown + " %")
    }

    @Test(arguments: [
        ("2.7249225037", "+2,72"), ("16.30", "+16,30"), ("-0.920948616601", "-0,92"), ("0", "0,00"),
        ("0.004999", "0,00"), ("-0.004999", "0,00"), ("0.005", "+0,01"), ("-0.005", "-0,01"), ("1.005", "+1,01"),
        ("-1.005", "-1,01"), ("2.675", "+2,68"), ("100", "+100,00"),
    ])
    func changes(_ text: String, _ shown: String) throws {
        let number = try #require(JSONNumber(text))
        #expect(Indonesian.change(number) == shown)
        #expect(Indonesian.points(number) == shown + " poin")
    }

    @Test func noChangeOfPoints() throws {
        #expect(Indonesian.change(try #require(JSONNumber("1e300"))) == nil)
        #expect(Indonesian.change(try #require(JSONNumber("1e400"))) == nil)
    }

    @Test func daysAndPeriods() throws {
        #expect(Indonesian.day(try #require(CalendarDay("2025-09-30"))) == "30 September 2025")
        // The next day in WITA.
        #expect(
            Indonesian.moment(try #require(Moment("2025-12-31T16:05:00Z"))) == "1 Januari 2026 pukul 00.05 WITA")
        #expect(Indonesian.period(try #require(ReportPeriod(budgetYear: 2025, quarter: 3))) == "TW III TA 2025")
    }
}
