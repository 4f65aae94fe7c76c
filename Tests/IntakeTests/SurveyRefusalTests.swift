import Intake
import Testing

@Suite struct SurveyRefusalTests {
    /// A row of the small framework, as sent, and its one fault: column, value, code, and what is expected.
    static let cells: [(row: String, column: String, value: String, code: Fault.Code, expected: String?)] = [
        ("A,1,1,ya,ya,3/2,1/1", "KLS-02", "3/2", .goodAboveEligible, nil),
        ("A,1,1,ya,ya,1/0,1/1", "KLS-02", "1/0", .goodAboveEligible, nil),
        ("A,1,1,ya,ya,0/0,1/1", "KLS-02", "0/0", .nobodyEligible, nil),
        ("A,1,1,ya,ya,1/254,1/1", "KLS-02", "1/254", .tooManyUnits, "253"),
        ("A,1,1,ya,ya,1/99999999999999999999,", "KLS-02", "1/99999999999999999999", .tooManyUnits, "253"),
        ("A,1,1,2/3,ya,1/1,1/1", "KLS-01", "2/3", .countsForFamily, nil),
        ("A,1,1,ya,ya,ya,1/1", "KLS-02", "ya", .wordForPersons, nil),
        ("A,1,1,ya,ya,1/1, TIDAK", "KKE-06", " TIDAK", .wordForPersons, nil),
        ("A,1,1,ya,ya,02/03,1/1", "KLS-02", "02/03", .answerBecameDate, nil),
        ("A,1,1,ya,ya,02-Mar,1/1", "KLS-02", "02-Mar", .answerBecameDate, "2/3, tb"),
        ("A,1,1,ya,ya,02/03/2026,1/1", "KLS-02", "02/03/2026", .answerBecameDate, "2/3, tb"),
        ("A,1,1,ya,ya,2026-03-02,1/1", "KLS-02", "2026-03-02", .answerBecameDate, "2/3, tb"),
        ("A,1,1,ya,ya,2 / 3,1/1", "KLS-02", "2 / 3", .notAnAnswer, "2/3, tb"),
        ("A,1,1,ya,ya,-1/3,1/1", "KLS-02", "-1/3", .notAnAnswer, "2/3, tb"),
        ("A,1,1,ya,ya,2,1/1", "KLS-02", "2", .notAnAnswer, "2/3, tb"),
        ("A,1,1,ya,ya,/,1/1", "KLS-02", "/", .notAnAnswer, "2/3, tb"),
        ("A,1,1,iya,ya,1/1,1/1", "KLS-01", "iya", .notAnAnswer, "ya, tidak, tb"),
        ("A,1,1,1,ya,1/1,1/1", "KLS-01", "1", .notAnAnswer, "ya, tidak, tb"),
        ("A,1,1,ya,t b,1/1,1/1", "KKF-02", "t b", .notAnAnswer, "ya, tidak, tb"),
        ("A,1,3,,ya,,", "KKF-02", "ya", .answerWithoutInterview, nil),
        ("A,1,4,,,,tb", "KKE-06", "tb", .answerWithoutInterview, nil),
        ("A,1,5,,,x,", "KLS-02", "x", .answerWithoutInterview, nil),
        ("A,1,0,ya,ya,1/1,1/1", "status", "0", .badStatus, nil),
        ("A,1,6,ya,ya,1/1,1/1", "status", "6", .badStatus, nil),
        ("A,1,01,ya,ya,1/1,1/1", "status", "01", .badStatus, nil),
        ("A,1,lengkap,ya,ya,1/1,1/1", "status", "lengkap", .badStatus, nil),
        ("A,1,,ya,ya,1/1,1/1", "status", "", .valueMissing, nil),
        (",1,1,ya,ya,1/1,1/1", "family_id", "", .valueMissing, nil),
        ("A, ,1,ya,ya,1/1,1/1", "rt", " ", .valueMissing, nil),
        ("\"A\nB\",1,1,ya,ya,1/1,1/1", "family_id", "A\\nB", .controlCharacter, nil),
        ("A,1\u{1B}[2J,1,ya,ya,1/1,1/1", "rt", "1\\u{1B}[2J", .controlCharacter, nil),
        ("A\u{200B},1,1,ya,ya,1/1,1/1", "family_id", "A\\u{200B}", .controlCharacter, nil),
        (long + ",1,1,ya,ya,1/1,1/1", "family_id", String(long.prefix(59)) + "…", .textTooLong, "64"),
        ("A,\(long),1,ya,ya,1/1,1/1", "rt", String(long.prefix(59)) + "…", .textTooLong, "64"),
        ("A,\"1\"x,1,ya,ya,1/1,1/1", "rt", "1x", .bytesAfterQuote, nil),
        ("A,1,1,ya,ya,1/1,\"1/", "KKE-06", "1/\\n", .quoteLeftOpen, nil),
    ]
    static let long = String(repeating: "k", count: 65)

    @Test(arguments: cells.indices) func aCellIsRefused(index: Int) {
        let (row, column, value, code, expected) = Self.cells[index]
        var reader = SurveyReader(framework: .small)
        let rows = reader.all(SurveyReaderTests.header + "\n\nOK,1,1,ya,ya,1/1,1/1\n" + row + "\n")
        #expect(rows.map(\.familyID) == ["OK"])
        #expect((reader.rows, reader.refused) == (2, 1))
        #expect(reader.faults.kept == [Fault(line: 4, column: column, value: value, code: code, expected: expected)])
    }

    @Test(
        arguments: [
            ("A,1,1,ya,ya,1/1", Fault.Code.tooFewFields, "6"), ("A,1,1,ya,ya,1/1,1/1,", .tooManyFields, "8"),
            ("A", .tooFewFields, "1"), (",,,,,,", .emptyRow, ""),
        ]) func aRowIsRefused(row: String, code: Fault.Code, value: String)
    {
        var reader = SurveyReader(framework: .small)
        _ = reader.all(SurveyReaderTests.header + "\n" + row)
        let expected = code == .emptyRow ? nil : "7"
        #expect(reader.faults.kept == [Fault(line: 2, value: value, code: code, expected: expected)])
        #expect(reader.faults.count == 1)
    }

    @Test(arguments: ["31/12/2025", "2025-02-29", "2025-13-01", "2025-1-1", "25-01-01", "2025-04-31", "0205-01-01"])
    func aDayIsRefused(day: String) {
        var reader = SurveyReader(framework: .small)
        #expect(reader.all("\(SurveyReaderTests.header),interviewed_on\nA,1,1,ya,ya,1/1,1/1,\(day)").isEmpty)
        #expect(reader.faults.kept == [Fault(line: 2, column: "interviewed_on", value: day, code: .notADay)])
    }

    @Test func allFaultsOfARowAreFound() {
        var reader = SurveyReader(framework: .small)
        _ = reader.all(SurveyReaderTests.header + "\n,,9,x,2/2,0/0,ya\n")
        #expect(
            reader.faults.kept.map(\.code) == [
                .valueMissing, .valueMissing, .badStatus, .notAnAnswer, .countsForFamily, .nobodyEligible,
                .wordForPersons,
            ])
        #expect(reader.refused == 1)
    }

    @Test func theFirstHundredAreKeptAndAllCounted() {
        var reader = SurveyReader(framework: .small)
        let bad = (0..<500).map { "A\($0),1,1,x,y,1/1,1/1\n" }.joined()
        let rows = reader.all(SurveyReaderTests.header + "\n" + bad + "Z,1,1,ya,ya,1/1,1/1\n")
        #expect(rows.map(\.familyID) == ["Z"])
        #expect(reader.faults.count == 1000)
        #expect(reader.faults.kept.count == 100)
        #expect(
            reader.faults.kept.last
                == Fault(
                    line: 51, column: "KKF-02", value: "y", code: .notAnAnswer, expected: "ya, tidak, tb"))
        #expect((reader.rows, reader.refused) == (501, 500))
    }
}
