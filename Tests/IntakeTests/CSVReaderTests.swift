import Intake
import Testing

@Suite struct CSVReaderTests {
    @Test func linesAndNumbersFollowThePhysicalFile() {
        let read = ReadCSV("a,b\r\n\r\n1,\"x\r\ny\n\"\"z\"\"\"\n\n\n2,\r3,end")
        #expect(read.fault == nil)
        #expect(
            read.records == [
                .init(line: 1, number: 1, fields: ["a", "b"]),
                .init(line: 3, number: 2, fields: ["1", "x\r\ny\n\"z\""]),
                .init(line: 8, number: 3, fields: ["2", ""]),
                .init(line: 9, number: 4, fields: ["3", "end"]),
            ])
    }

    @Test(arguments: [",", ";", "\t"]) func separatorIsFoundInTheHeader(separator: String) {
        let read = ReadCSV("\u{FEFF}\n\na\(separator)\"b,;\t,;\t\"\(separator)c\n1\(separator)2,;\(separator)3")
        #expect(read.records.first?.fields == ["a", "b,;\t,;\t", "c"])
        #expect(read.records.first?.line == 3)
        #expect(separator == "\t" ? read.records.last?.fields == ["1", "2,;", "3"] : read.records.last?.line == 4)
    }

    @Test func everyChunkBorderGivesTheSame() {
        let tricky = Array(
            "\u{FEFF}\r\nnama;\"a;\"\"b\"\r\n\r\n\"x\r\ny\";é€😀\r\"\";\"q\"\"\"\n\"a\"b;c\"d\r\n;;\n\"end".utf8)
        let whole = ReadCSV(tricky)
        #expect(whole.records.count == 6)
        #expect(whole.records[1].fields == ["x\r\ny", "é€😀"])
        #expect(whole.records[3].flaw == .bytesAfterQuote(field: 0))
        #expect(whole.records[5].flaw == .quoteLeftOpen(field: 0))
        for first in 0...tricky.count {
            for second in first...tricky.count {
                #expect(ReadCSV(tricky, cuts: [first, second]) == whole, "cut at \(first) and \(second)")
            }
        }
        #expect(ReadCSV(tricky, cuts: Array(0...tricky.count)) == whole)
    }

    @Test func malformedUTF8IsRefused() {
        let malformed: [[UInt8]] = [
            [0x80], [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0xAF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xC3, 0x41], [0xE2, 0x82, 0x0A],
        ]
        for bytes in malformed {
            let read = ReadCSV(Array("a,b\nx,".utf8) + bytes + Array("\n".utf8))
            #expect(read.fault?.code == .notUTF8, "\(bytes)")
            #expect(read.records.count == 1)
            #expect(read.fault?.line == 2)
        }
        for scalar in ["\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"] {
            #expect(ReadCSV("a,b\n\(scalar),1").records.last?.fields == [scalar, "1"])
        }
    }

    @Test func otherKindsOfFileAreNamed() {
        let utf16: [UInt8] = [0xFF, 0xFE] + "a,b\n".utf8.flatMap { [$0, 0] }
        let bigEndian: [UInt8] = [0xFE, 0xFF] + "a,b\n".utf8.flatMap { [0, $0] }
        #expect(ReadCSV(utf16).fault == Fault(line: 1, code: .utf16))
        #expect(ReadCSV(bigEndian).fault == Fault(line: 1, code: .utf16))
        #expect(ReadCSV(Array(utf16.dropFirst(2))).fault == Fault(line: 1, code: .nulByte))
        #expect(ReadCSV("PK\u{3}\u{4}…").fault == Fault(line: 1, code: .excelWorkbook))
        #expect(ReadCSV("a,b\n1,2\n3,\u{0}").fault == Fault(line: 3, code: .nulByte))
        #expect(ReadCSV(Array("a,b\n1,".utf8) + [0xE2, 0x82]).fault == Fault(line: 2, code: .cutOffCharacter))
    }

    @Test func limitsHold() {
        var limits = CSVReader.Limits()
        limits.recordBytes = 10
        limits.fields = 3
        #expect(ReadCSV("a,b\n12345,67890\n", limits: limits).records.count == 2)
        let long = ReadCSV("a,b\n1,1\n\"123\n456\",78901\nx,y\n", limits: limits)
        #expect(long.records.count == 2)
        #expect(long.fault == Fault(line: 3, code: .recordTooLong, expected: "10"))
        #expect(ReadCSV("12345678901", limits: limits).fault?.code == .recordTooLong)
        // Separators count, too: they are all that such a line has.
        let separators = ReadCSV("a,b\n,,,,,\n" + String(repeating: ",", count: 20), limits: limits)
        #expect(separators.records.count == 2)
        #expect(separators.fault == Fault(line: 3, code: .recordTooLong, expected: "10"))
        let wide = ReadCSV("a,b\n1,2,3,4,5\n1,2\n1,2,3,\"x", limits: limits)
        #expect(wide.records.map(\.flaw) == [nil, .tooManyFields, nil, .quoteLeftOpen(field: 3)])
        #expect(wide.records[1].fields == ["1", "2", "3"])
    }

    @Test func anOpenQuoteCannotSwallowMemory() {
        let text = "a,b\n1,\"" + String(repeating: "x,y\n", count: 400_000)
        #expect(ReadCSV(text).fault == Fault(line: 2, code: .recordTooLong, expected: "1048576"))
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\r\n\r", "\u{FEFF}\n"]) func nothingIsNoRecord(text: String) {
        #expect(ReadCSV(text).records.isEmpty)
        #expect(ReadCSV(text).fault == nil)
    }

    @Test func aQuoteInsideAFieldIsText() {
        #expect(ReadCSV("a,b\n5\" pipa, \"x\"\n").records.last?.fields == ["5\" pipa", " \"x\""])
    }
}
