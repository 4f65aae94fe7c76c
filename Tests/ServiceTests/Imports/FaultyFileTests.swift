import Testing
import Wire

/// Files that are refused, each for the reason that its sender has to know.
@Suite struct FaultyFileTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let faults: [FileFault]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ faults: (Int, String?, String, String)...) {
            self.init(
                name, bytes: Array(text.utf8),
                faults.map { FileFault(line: $0.0, column: $0.1, value: $0.2, code: $0.3) })
        }

        init(_ name: String, bytes: [UInt8], _ faults: [FileFault]) {
            self.name = name
            self.bytes = bytes
            self.faults = faults
        }
    }

    private static let row = SurveyText.row("F-1")

    static let cases: [Case] = {
        let (header, row) = (SurveyText.header, Self.row)
        let half = String(row.dropLast(40))
        // "Désa" as Windows writes it, and a file as "Unicode Text" writes it.
        let windows = Array((header + "D").utf8) + [0xE9] + Array(String(row.dropFirst()).utf8)
        let utf16: [UInt8] = [0xFF, 0xFE] + (header + row).utf8.flatMap { [$0, 0] as [UInt8] }
        return [
            Case(
                "unknown column", header.replacing("KKSB-06", with: "KKSB-06,warna_atap") + row,
                (1, nil, "warna_atap", "unknown_column")),
            Case("missing column", header.replacing(",KKSB-06", with: "") + row, (1, "KKSB-06", "", "missing_column")),
            Case(
                "duplicate family", header + row + SurveyText.row("F-2") + row,
                (4, "family_id", "F-1", "duplicate_family")),
            Case(
                "three of two", header + SurveyText.row("F-1", ["KLS-02": "3/2"]),
                (2, "KLS-02", "3/2", "good_above_eligible")),
            Case(
                "bad status", header + SurveyText.row("F-1", status: "9", ["KLS-01": ""]),
                (2, "status", "9", "bad_status")),
            Case(
                "no answer", header + SurveyText.row("F-1", ["KLS-01": "entah"]),
                (2, "KLS-01", "entah", "not_an_answer")),
            Case("Windows-1252", bytes: windows, [FileFault(line: 2, column: nil, value: "", code: "not_utf8")]),
            Case("UTF-16", bytes: utf16, [FileFault(line: 1, column: nil, value: "", code: "utf16")]),
            Case("no rows", header, (1, nil, "", "no_rows")),
            Case("empty", "", (1, nil, "", "empty_file")),
            Case("row too short", header + row + "F-2,001,1,ya\n", (3, nil, "4", "too_few_fields")),
            Case("row too long", header + row.replacing("\n", with: ",ya\n"), (2, nil, "33", "too_many_fields")),
            Case("cut off in the middle", header + SurveyText.row("F-0") + half, (3, nil, "", "too_few_fields")),
            Case("open quote", header + "\"" + row, (2, "family_id", "", "quote_left_open")),
            Case("no family", header + SurveyText.row(""), (2, "family_id", "", "value_missing")),
        ]
    }()

    @Test func eachIsRefusedWhole() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...2)).expect(201)
            let before = try await Kept(in: service.database)
            for file in Self.cases {
                for query in ["", "&dry_run=true", "&replace=true"] {
                    let answer = try await client.survey(lokus, "baseline", query, file.bytes)
                    answer.expectProblem(422, "file_refused")
                    let found = answer.fileFaults()
                    // Of a fault that is not of one cell, the value is what the reader finds worth showing.
                    #expect(found.map(\.line) == file.faults.map(\.line), "\(file.name): \(answer.text)")
                    #expect(found.map(\.column) == file.faults.map(\.column), "\(file.name): \(answer.text)")
                    #expect(found.map(\.code) == file.faults.map(\.code), "\(file.name): \(answer.text)")
                    for (fault, wanted) in zip(found, file.faults) where !wanted.value.isEmpty && fault.column != nil {
                        #expect(fault.value == wanted.value, "\(file.name)")
                    }
                    for fault in answer["errors"].items {
                        let message = fault["message"].text ?? ""
                        #expect(message.hasSuffix(".") && message.count > 20, "\(message)")
                    }
                    #expect(answer["faults_total"].integer == file.faults.count, "\(file.name)")
                }
            }
            #expect(try await Kept(in: service.database) == before)
            // A lokus that has no round yet gets none by a faulty file.
            let bare = try await client.lokus("63.02.12.2008", 2024)
            try await client.survey(bare, "baseline", "", Self.cases[3].bytes).expectProblem(422, "file_refused")
            #expect(try await client.get("survey-rounds?lokus_id=\(bare)").items.isEmpty)
        }
    }

    @Test func aHundredAreShownAndAllAreCounted() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let faulty = (1...250).map { SurveyText.row("F-\($0)", ["KLS-02": "3/2"]) }
            let answer = try await client.survey(lokus, "baseline", "", SurveyText.header + faulty.joined())
            answer.expectProblem(422, "file_refused")
            #expect(answer["errors"].items.count == 100)
            #expect(answer["faults_total"].integer == 250)
            #expect(answer["rows_read"].integer == 250)

            let doubled = (1...200).map { SurveyText.row("F-\($0 % 50)") }.joined()
            let repeated = try await client.survey(lokus, "baseline", "", SurveyText.header + doubled)
            repeated.expectProblem(422, "file_refused")
            #expect(repeated["errors"].items.count == 100)
            #expect(repeated["faults_total"].integer == 150)
            #expect(Set(repeated.fileFaults().map(\.code)) == ["duplicate_family"])
            #expect(try await service.database.count("from survey_round") == 0)
        }
    }

    /// Whoever repairs a file should not have to send it once for each kind of fault.
    @Test func duplicatesAreToldBesideOtherFaults() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let file = SurveyText.header + Self.row + SurveyText.row("F-2", ["KLS-02": "3/2"]) + Self.row
            let answer = try await client.survey(lokus, "baseline", "", file).expectProblem(422, "file_refused")
            #expect(Set(answer.fileFaults().map(\.code)).contains("good_above_eligible"))
            #expect(answer.fileFaults().map(\.code) == ["good_above_eligible", "duplicate_family"])
            #expect(answer["faults_total"].integer == 2)
        }
    }
}
