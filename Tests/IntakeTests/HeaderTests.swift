import Intake
import Testing

@Suite struct HeaderTests {
    @Test func everyFaultOfTheHeaderIsFoundAndNothingAfterIt() {
        var reader = SurveyReader(framework: .small)
        let rows = reader.all("Family_ID,rt,rt,KLS-1,KKF-02,KLS-03,,KKE-06\nA,1,1,1,1,1,1,1\n")
        #expect(rows.isEmpty)
        #expect(reader.rows == 0)
        #expect(reader.isStopped)
        #expect(
            reader.faults.kept == [
                Fault(line: 1, column: "rt", code: .doubledColumn),
                Fault(line: 1, value: "Family_ID", code: .misnamedColumn, expected: "family_id"),
                Fault(line: 1, value: "KLS-1", code: .misnamedColumn, expected: "KLS-01"),
                Fault(line: 1, value: "KLS-03", code: .unknownColumn),
                Fault(line: 1, code: .unnamedColumn, expected: "7"),
                Fault(line: 1, column: "status", code: .missingColumn),
                Fault(line: 1, column: "KLS-02", code: .missingColumn),
            ])
    }

    @Test(
        arguments: [
            ("familyid", "family_id"), ("famly_id", "family_id"), ("STATUS", "status"), (" rt", "rt"), ("RT", "rt"),
            ("kls 02", "KLS-02"), ("KLS_2", "KLS-02"), ("KSL-02", nil), ("nik", nil), ("KLS-20", nil),
            ("stattus", "status"), (String(repeating: "status", count: 20), nil),
        ]) func nearNamesAreOffered(sent: String, meant: String?)
    {
        let names = SurveyReaderTests.header.split(separator: ",").map(String.init)
        var reader = SurveyReader(framework: .small)
        let missing = meant ?? "KLS-02"
        _ = reader.all(names.map { $0 == missing ? sent : $0 }.joined(separator: ",") + "\n")
        #expect(reader.faults.kept.first?.code == (meant == nil ? .unknownColumn : .misnamedColumn))
        #expect(reader.faults.kept.first?.expected == meant)
        #expect(reader.faults.count == (meant == nil ? 2 : 1))
    }

    @Test func aBrokenHeaderStops() {
        var reader = SurveyReader(framework: .small)
        _ = reader.all("\"" + SurveyReaderTests.header + "\nA,1,1,ya,ya,1/1,1/1\n")
        #expect(reader.faults.kept.first?.code == .quoteLeftOpen)
        #expect(reader.rows == 0)
    }

    @Test(
        arguments: [
            ("", Fault.Code.emptyFile), ("\u{FEFF}\r\n", .emptyFile), (SurveyReaderTests.header, .noRows),
            (SurveyReaderTests.header + "\n\n", .noRows), ("PK\u{3}\u{4}", .excelWorkbook),
        ]) func aFileWithoutRowsIsAFault(text: String, code: Fault.Code)
    {
        var reader = SurveyReader(framework: .small)
        #expect(reader.all(text).isEmpty)
        #expect(reader.faults.kept == [Fault(line: 1, code: code)])
        #expect(reader.isStopped)
    }

    @Test func encodingStopsAfterTheRowsBefore() {
        var reader = SurveyReader(framework: .small)
        let good = Array((SurveyReaderTests.header + "\nA,1,1,ya,ya,1/1,1/1\nB").utf8)
        let rows = reader.all(good + [0x92] + Array(",1,1,ya,ya,1/1,1/1\nC,1,1,ya,ya,1/1,1/1\n".utf8), chunk: 3)
        #expect(rows.map(\.familyID) == ["A"])
        #expect(reader.faults.kept == [Fault(line: 3, value: "B", code: .notUTF8)])
    }
}
