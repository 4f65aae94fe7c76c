import Intake
import Measurement
import Planning
import Testing

@Suite struct RandomFileTests {
    @Test(arguments: [UInt64(1), 2, 3]) func noBytesCrashTheReader(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        for _ in 0..<1500 {
            let alphabet: [UInt8] = Array("\",;\t\r\n ya/2tb\u{FEFF}é".utf8) + [0, 0x92, 0xFF]
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? alphabet[Int.random(in: alphabet.indices, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            let cut = Int.random(in: 0...bytes.count, using: &random)
            #expect(ReadCSV(bytes, cuts: [cut]) == ReadCSV(bytes))
            var reader = SurveyReader(framework: .small)
            let rows = reader.all(bytes)
            #expect(rows.isEmpty && !reader.faults.isEmpty && reader.isStopped)
        }
    }

    @Test(arguments: [UInt64(11), 12, 13]) func noMutationCrashesTheReader(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        let good = Array(Self.text(Self.rows(20, &random), separator: ",", lineEnd: "\n").utf8)
        for _ in 0..<500 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: Array("\",\n/;".utf8).shuffled(using: &random).prefix(2), at: place)
                }
            }
            var (whole, split) = (SurveyReader(framework: .small), SurveyReader(framework: .small))
            let rows = whole.all(bytes)
            #expect(split.all(bytes, chunk: Int.random(in: 1...50, using: &random)) == rows)
            #expect(split.faults == whole.faults)
            #expect(rows.count + whole.refused == whole.rows)
            #expect((whole.refused == 0) == (whole.faults.isEmpty || rows.count == whole.rows))
        }
    }

    @Test(arguments: [(",", "\n"), (";", "\r\n"), ("\t", "\r")])
    func whatWasWrittenIsRead(separator: String, lineEnd: String) {
        var random = SeededGenerator(state: 7)
        let rows = Self.rows(300, &random)
        var reader = SurveyReader(framework: .small)
        let read = reader.all(Array(Self.text(rows, separator: separator, lineEnd: lineEnd).utf8), chunk: 97)
        #expect(reader.faults.isEmpty)
        #expect(read == rows)
    }

    // MARK: Generated rows

    static func rows(_ count: Int, _ random: inout SeededGenerator) -> [SurveyRow] {
        (0..<count).map { index in
            let status = FamilyStatus.allCases.randomElement(using: &random) ?? .complete
            var answers = PackedAnswers(count: 4)
            for position in 0..<4 where status.isCounted {
                let units = position < 2 ? 1 : Int.random(in: 1...253, using: &random)
                let counted = Answer.counted(good: Int.random(in: 0...units, using: &random), eligible: units)
                answers[position] = [counted, .notApplicable, .missing].randomElement(using: &random) ?? .missing
            }
            let name = ["Siti \"Ani\"", "a,b;c\td", "ʻUlūm", nil].randomElement(using: &random) ?? nil
            return SurveyRow(
                line: index + 2, familyID: "K,\(index)", rt: "00\(index % 9)", status: status, answers: answers,
                enumerator: name?.contains("\t") == true ? nil : name,
                interviewedOn: CalendarDay(year: 2025, month: Int.random(in: 1...12, using: &random), day: 28),
                previousFamilyID: Bool.random(using: &random) ? "L;\(index)" : nil)
        }
    }

    static func text(_ rows: [SurveyRow], separator: String, lineEnd: String) -> String {
        let header = SurveyReaderTests.header.split(separator: ",").map(String.init)
        let table = [header + ["enumerator", "interviewed_on", "previous_family_id"]] + rows.map(cells)
        return table.map { $0.map(quoted).joined(separator: separator) + lineEnd }.joined()
    }

    private static func cells(_ row: SurveyRow) -> [String] {
        let answers = (0..<4).map { position in
            switch row.answers[position] {
            case .missing: ""
            case .notApplicable: "tb"
            case .counted(let good, let eligible):
                // Undoes the direction: positions 1 and 3 are negative.
                raw(position % 2 == 0 ? good : eligible - good, eligible, isFamily: position < 2)
            }
        }
        let day = row.interviewedOn.map { "\($0.year)-\($0.month < 10 ? "0" : "")\($0.month)-\($0.day)" }
        return [row.familyID, row.rt, String(row.status.rawValue)] + answers
            + [row.enumerator ?? "", day ?? "", row.previousFamilyID ?? ""]
    }

    private static func raw(_ holds: Int, _ units: Int, isFamily: Bool) -> String {
        isFamily ? (holds == 1 ? "ya" : "tidak") : "\(holds)/\(units)"
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.contains { ",;\t\"\r\n".contains($0) }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}
