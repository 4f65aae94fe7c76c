import Intake
import Phrasing
import Testing
import Wire

@testable import selaras

@Suite struct CSVTests {
    private let csv = SeparatedText(table: Table(columns: [], rows: []), form: .csv, language: .indonesian)
    private let tsv = SeparatedText(table: Table(columns: [], rows: []), form: .tsv, language: .indonesian)

    @Test(arguments: [
        ("a\tb", "a\\tb"), ("a\nb", "a\\nb"), ("=1", "'=1"), ("'=1", "''=1"), ("a\"b", "a\"b"), ("a\\b", "a\\\\b"),
    ])
    func tabs(_ text: String, _ cell: String) {
        #expect(tsv.cell(.string(text)) == cell)
    }

    @Test(arguments: [
        ("x", "x"), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
        ("+62", "'+62"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""),
        ("=1,2", "\"'=1,2\""), ("a=1", "a=1"), ("", ""), ("63.02", "63.02"),
        ("'=1", "''=1"), ("''-x", "'''-x"), ("'abc", "'abc"), ("'", "'"),
    ])
    func texts(_ text: String, _ cell: String) {
        #expect(csv.cell(.string(text)) == cell)
    }

    /// What is exported is read again as it was, an apostrophe of its own included.
    @Test(arguments: ["=1", "'=1", "''=1", "'abc", "'", "''", "+62", "-", "@a", "x", "'-5'"])
    func comesBackAsItWas(_ text: String) throws {
        let cell = csv.cell(.string(text))
        #expect(try CellFormat.text(most: 100).read(Array(cell.utf8)[...]) == text)
        #expect(tsv.cell(.string(text)) == cell)
    }

    @Test func numbersAreNoFormulas() {
        #expect(csv.cell(-5) == "-5")
        #expect(csv.cell(.null) == "")
        #expect(csv.cell(true) == "true")
        #expect(csv.cell(["=a", "b"]) == "'=a;b")
    }

    @Test func wholeTable() {
        let table = Table(
            columns: [
                Column("name", .name), Column("spoken", .name, for: .people, words: { _, _ in "x" }),
                Column("value", .value, .percent),
            ], rows: [["name": "Sang, Sang", "value": 50]])
        #expect(
            SeparatedText(table: table.forMachines, form: .csv, language: .indonesian).text
                == "name,value\r\n\"Sang, Sang\",50\r\n")
        #expect(
            SeparatedText(table: table, form: .csv, language: .indonesian, hasHeader: false).text
                == "\"Sang, Sang\",x,50\r\n")
    }
}
