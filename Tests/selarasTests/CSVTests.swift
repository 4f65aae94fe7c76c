import Testing
import Wire

@testable import selaras

@Suite struct CSVTests {
    @Test(arguments: [
        ("x", "x"), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
        ("+62", "'+62"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""),
        ("=1,2", "\"'=1,2\""), ("a=1", "a=1"), ("", ""), ("63.02", "63.02"),
    ])
    func texts(_ text: String, _ cell: String) {
        #expect(CSVText.cell(.string(text)) == cell)
    }

    @Test func numbersAreNoFormulas() {
        #expect(CSVText.cell(-5) == "-5")
        #expect(CSVText.cell(.null) == "")
        #expect(CSVText.cell(true) == "true")
        #expect(CSVText.cell(["=a", "b"]) == "'=a;b")
    }

    @Test func wholeTable() {
        let table = Table(
            columns: [
                Column("name", .name), Column("spoken", .name, for: .people, words: { _, _ in "x" }),
                Column("value", .value, .percent),
            ], rows: [["name": "Sang, Sang", "value": 50]])
        #expect(CSVText(table: table.forMachines, language: .indonesian).text == "name,value\r\n\"Sang, Sang\",50\r\n")
        #expect(CSVText(table: table, language: .indonesian, hasHeader: false).text == "\"Sang, Sang\",x,50\r\n")
    }
}
