import Measurement
import Planning
import Testing

@testable import Intake

/// Files of announced results, by themselves.
@Suite struct ResultFileTests {
    private func read(_ text: String) -> (lines: [ResultLine], faults: [Fault]) {
        var (reader, lines) = (ResultFile(), [ResultLine]())
        let bytes = Array(text.utf8)
        reader.read(bytes.span) { lines.append($0) }
        reader.finish { lines.append($0) }
        return (lines, reader.faults.kept)
    }

    /// As an office's spreadsheet writes it: semicolons, decimal commas, other columns' order, a byte-order mark.
    @Test func aSpreadsheetOfAnOffice() {
        let found = read(
            "\u{FEFF}code;value;desa_code;year;purpose;published_on\r\nIKK;75,90;63.02.12.2005;2025;Pendataan Awal;2025-08-20\r\n"
        )
        #expect(found.faults.isEmpty && found.lines.map(\.figure.value?.description) == ["75.90"])
        #expect(found.lines.first?.publishedOn?.description == "2025-08-20" && found.lines.first?.purpose == .baseline)
    }

    @Test func decimals() {
        let header = "desa_code,year,purpose,code,value\n"
        func value(_ cell: String) -> String? {
            read(header + "63.02.12.2005,2025,baseline,IKK,\(cell)\n").lines.first?.figure.value?.description
        }
        let accepted = [
            "75": "75", "74.995": "74.995", "0": "0", "100": "100", "100.0": "100.0", "0.0001": "0.0001", "007": "7",
            "\"74,995\"": "74.995",
        ]
        for (cell, wanted) in accepted { #expect(value(cell) == wanted, "\(cell)") }
        for cell in ["75.", ".5", "75%", "-1", "1e2", "100.01", "75.00001", "7 5", "1000", "\"1.000,5\"", "~"] {
            #expect(value(cell) == nil, "\(cell)")
        }
    }

    @Test func oneLineAndNone() {
        #expect(
            read("desa_code,year,purpose,code\n63.02.12.2005,2025,baseline,IKK\n").faults.map(\.code) == [
                .figureMissing
            ])
        #expect(read("desa_code,year,purpose,code,value\n").faults.map(\.code) == [.noRows])
        #expect(read("desa_code,year,purpose,value\n").faults.map(\.code) == [.missingColumn])
        let eligible = "desa_code,year,purpose,code,good,eligible\n63.02.12.2005,2025,baseline,KLS-01,0,0\n"
        #expect(read(eligible).lines.first?.figure.totals?.eligible == 0)
    }
}
