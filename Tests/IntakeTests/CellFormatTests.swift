import Intake
import Planning
import Testing

@Suite struct CellFormatTests {
    /// What a one-column reader makes of a cell: its value, or its fault.
    static func read<Value: Sendable>(_ cell: String, _ format: CellFormat<Value>) -> (Value?, Fault?) {
        var reader = TableReader<Value>(columns: [.required("x"), .optional("y")]) { $0.required("x", format) }
        let values = reader.all("x,y\n\"\(cell)\",\n")
        return (values.first, reader.faults.kept.first)
    }

    @Test(
        arguments: [
            ("0", 0), ("1250000", 1_250_000), ("1.250.000", 1_250_000), ("Rp1.250.000", 1_250_000),
            ("Rp 1.250.000,00", 1_250_000), ("1.250.000,-", 1_250_000), ("rp. 1.250", 1250), ("Rp\u{A0}500", 500),
            ("1250000,00", 1_250_000), ("1.000.000.000.000", 1_000_000_000_000),
        ]) func moneyIsRead(cell: String, rupiah: Int)
    {
        #expect(Self.read(cell, .rupiah).0 == rupiah)
    }

    @Test(
        arguments: [
            "1.250.000,50": Fault.Code.moneyWithSen, "1250,05": .moneyWithSen, "1,250,000": .notMoney,
            "1250000.00": .notMoney, "1.25": .notMoney, "1250.000": .notMoney, "1.250.00": .notMoney, "-5": .notMoney,
            "1.000.000.000.001": .notMoney,
            "1.250,5": .notMoney, "1250,000": .notMoney, "Rp": .notMoney, "0.500": .notMoney, "007": .notMoney,
            "1 250 000": .notMoney, "IDR 5": .notMoney, "5 juta": .notMoney, "1..250": .notMoney, ".250": .notMoney,
            "1250,": .notMoney, "1000000000000000": .notMoney, "١٢": .notMoney, ",00": .notMoney, "Rp Rp 5": .notMoney,
        ]) func moneyIsRefused(cell: String, code: Fault.Code)
    {
        #expect(Self.read(cell, .rupiah).1 == Fault(line: 2, column: "x", value: cell, code: code))
    }

    @Test(
        arguments: [
            ("8570", 857_000), ("8570.5", 857_050), ("8570,50", 857_050), ("0,05", 5), ("0", 0), ("12.25", 1225),
        ]) func quantityIsRead(cell: String, hundredths: Int)
    {
        #expect(Self.read(cell, .hundredths).0 == hundredths)
    }

    @Test(
        arguments: [
            "8.570": Fault.Code.ambiguousThousands, "8,570": .ambiguousThousands, "1.250.000": .ambiguousThousands,
            "1.250,5": .notADecimal, "8.": .notADecimal, ".5": .notADecimal, "8.5705": .notADecimal, "-1": .notADecimal,
            "8 570": .notADecimal, "1e3": .notADecimal, "8.5.7": .notADecimal, "1234567890123": .notADecimal,
            ",": .notADecimal, "8,x": .notADecimal,
        ]) func quantityIsRefused(cell: String, code: Fault.Code)
    {
        #expect(Self.read(cell, .hundredths).1 == Fault(line: 2, column: "x", value: cell, code: code))
    }

    @Test func integersHaveARange() {
        #expect(Self.read("25", .integer(in: 0...30)).0 == 25)
        #expect(Self.read("31", .integer(in: 0...30)).1?.code == .outOfRange)
        #expect(Self.read("31", .integer(in: 0...30)).1?.expected == "0–30")
        #expect(Self.read("99999999999999999999999", .integer(in: 0...30)).1?.code == .outOfRange)
        #expect(Self.read("2.5", .integer(in: 0...30)).1?.code == .notAnInteger)
    }

    @Test func daysExist() {
        #expect(Self.read("2024-02-29", .isoDay).0 == CalendarDay(year: 2024, month: 2, day: 29))
        #expect(Self.read("03/04/2026", .isoDay).1?.code == .notADay)
        #expect(CalendarDay(year: 2025, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: 2025, month: 0, day: 1) == nil)
        #expect(CalendarDay(year: 2025, month: 1, day: 0) == nil)
    }

    @Test func textIsOneLineAndKeepsFormulasHarmless() {
        #expect(Self.read("'=1+1", .text(most: 9)).0 == "=1+1")
        #expect(Self.read("'tis", .text(most: 9)).0 == "'tis")
        #expect(Self.read("a\nb", .text(most: 9)).1?.code == .controlCharacter)
        #expect(Self.read("a\nb", .text(most: 9, lines: true)).0 == "a\nb")
        #expect(Self.read("é’–", .text(most: 9)).0 == "é’–")
        #expect(Self.read("\u{202E}abc", .text(most: 9)).1?.value == "\\u{202E}abc")
        #expect(Self.read("0123456789", .text(most: 9)).1?.code == .textTooLong)
    }

    @Test func listsAreSeparatedBySemicolons() {
        #expect(Self.read("a; b;c", .list(of: .text(most: 9))).0 == ["a", "b", "c"])
        #expect(Self.read("a;;c", .list(of: .text(most: 9))).1?.code == .emptyListItem)
        #expect(Self.read("a;a", .set(of: .text(most: 9))).1?.code == .doubledListItem)
        #expect(Self.read("1;;3", .listWithGaps(of: .rupiah)).0 == [1, nil, 3])
        #expect(Self.read(" ", .list(of: .text(most: 9))).1?.code == .valueMissing)
    }
}
