import Intake
import Measurement
import Planning
import Testing

/// What a mapping file may say, what it may not, and what each rule makes of a row.
@Suite struct MappingFileTests {
    static let head = "target,source,rule,value,means,note\n"
    static let base = "family_id,id,,,,\nrt,,constant,,001,\nstatus,,constant,,1,\n"
    static let answers = ["KLS-01,a,,,,\n", "KKF-02,b,,,,\n", "KLS-02,c,,,,\n", "KKE-06,d,,,,\n"]

    static func faults(_ lines: String) -> [Fault] {
        do {
            _ = try SurveyMapping(Array((head + lines).utf8), framework: .small)
            return []
        } catch {
            return error.faults.kept
        }
    }

    @Test func theLeastIsAColumnForEach() {
        #expect(Self.faults(Self.base + Self.answers.joined()) == [])
        #expect(
            Self.faults("family_id,id,,,,\n" + Self.answers.dropLast().joined())
                == ["rt", "status", "KKE-06"].map {
                    Fault(line: 1, column: "target", value: $0, code: .targetMissing)
                })
    }

    /// One line more, and its one fault.
    static let wrong: [(line: String, column: String, value: String, code: Fault.Code, expected: String?)] = [
        ("KLS-1,e,,,,", "target", "KLS-1", .unknownTarget, "KLS-01"),
        ("KLS-09,e,,,,", "target", "KLS-09", .unknownTarget, ""),
        ("familyid,e,,,,", "target", "familyid", .unknownTarget, "family_id"),
        ("KLS-01,a,,,,", "source", "a", .sourceTwice, "5"),
        ("KLS-01,e,,,,", "source", "e", .severalSources, nil),
        ("KLS-01,e,any,,,", "source", "e", .severalSources, nil),
        ("KLS-01,,constant,,kosong,", "rule", "constant", .severalSources, nil),
        ("KLS-01,e,sum,,,", "rule", "sum", .ruleNotAllowed, "any, all, constant, invert"),
        ("KLS-02,e,any,,,", "rule", "any", .ruleNotAllowed, "sum, good, eligible, constant, invert"),
        ("enumerator,e,time,,,", "rule", "time", .ruleNotAllowed, "constant, question, join"),
        ("interviewed_on,e,sum,,,", "rule", "sum", .ruleNotAllowed, "constant, question, time, dmy, mdy"),
        ("KLS-01,,,,,", "source", "", .lineIncomplete, nil),
        ("KLS-01,,,x,,", "means", "", .lineIncomplete, nil),
        ("enumerator,,constant,,,", "means", "", .lineIncomplete, nil),
        ("*,,,,ya,", "value", "", .lineIncomplete, nil),
        ("KLS-01,,invert,x,ya,", "rule", "invert", .ruleNotAllowed, ""),
        ("KLS-01,,,x,iya,", "means", "iya", .meaningNotAllowed, "ya, tidak, tb, kosong"),
        ("KLS-01,,,x,2/3,", "means", "2/3", .meaningNotAllowed, "ya, tidak, tb, kosong"),
        ("KLS-02,,,x,ya,", "means", "ya", .meaningNotAllowed, "2/3, tb, kosong"),
        ("*,,,x,1,", "means", "1", .meaningNotAllowed, "ya, tidak, tb, kosong"),
        ("status,,,x,6,", "means", "6", .meaningNotAllowed, "1, 2, 3, 4, 5"),
        ("KLS-01,e,,x,ya,", "source", "e", .sourceOfNobody, "KLS-01"),
        ("layout,,,,lebar,", "means", "lebar", .notAChoice, "wide, long, long_sorted"),
        ("without_interview,,,,ya,", "means", "ya", .notAChoice, "kosong"),
        ("KLS-01,e,semua,,,", "rule", "semua", .notAChoice, rules),
    ]
    static let rules = "any, all, sum, good, eligible, constant, invert, question, join, time, dmy, mdy"

    @Test(arguments: wrong.indices) func aWrongLineIsRefused(index: Int) {
        let (line, column, value, code, expected) = Self.wrong[index]
        let found = Self.faults(Self.base + Self.answers.joined() + line + "\n")
        #expect(found == [Fault(line: 9, column: column, value: value, code: code, expected: expected)])
    }

    @Test func aListMayNotContradictItself() {
        let lines =
            Self.base + Self.answers.joined() + "KLS-01,,,X,ya,\nKLS-01,,,x,tidak,\n*,,,2,kosong,\n*,,,2,kosong,\n"
        #expect(
            Self.faults(lines) == [
                Fault(line: 10, column: "value", value: "x", code: .valueTwice, expected: "9"),
                Fault(line: 12, column: "value", value: "2", code: .valueTwice, expected: "11"),
            ])
        let half = Self.base + Self.answers.joined().replacing("KLS-02,c,", with: "KLS-02,c,good")
        #expect(Self.faults(half) == [Fault(line: 1, column: "target", value: "KLS-02", code: .countHalfGiven)])
        let long = Self.base + Self.answers.joined() + "layout,,,,long,\n"
        #expect(Self.faults(long).map(\.value) == ["question", "answer"])
        #expect(Self.faults("").map(\.code) == [.noRows])
    }

    /// A target's lines, a row of columns a to d, and what the indicator then says; nil where the row is refused.
    static let made: [(lines: String, row: String, answer: Answer?)] = {
        let yes = Answer.counted(good: 1, eligible: 1)
        let no = Answer.counted(good: 0, eligible: 1)
        let any = "KLS-01,a,any,,,\nKLS-01,b,any,,,\nKLS-01,c,any,,,\n*,,,1,ya,\n*,,,0,tidak,\n*,,,2,kosong,\n"
        let all = any.replacing("any", with: "all")
        let sum = "KLS-02,a,sum,,,\nKLS-02,b,sum,,,\nKLS-02,c,sum,,,\nKLS-02,,,punya,ya,\nKLS-02,,,belum,tidak,\n"
        let count = "KLS-02,a,good,,,\nKLS-02,b,good,,,\nKLS-02,c,eligible,,,\n*,,,1,ya,\n*,,,-,kosong,\n"
        let single = "KLS-01,a,,,,\n*,,,Y,ya,\nKLS-01,,,2,tidak,\nKLS-01,a,,3,tb,\n*,,,2,kosong,\n*,,,3,kosong,\n"
        return [
            (any, "0,1,2", yes), (any, "0,0,0", no), (any, "0,0,2", .missing), (any, "tb,0,tb", no),
            (any, "tb,tb,tb", .notApplicable), (any, ",,", .missing), (any, "1,,x", nil), (any, "YA,0,0", yes),
            (all, "1,1,1", yes), (all, "1,0,2", no), (all, "1,1,2", .missing), (all, "1,tb,1", yes),
            (any + "KLS-01,,invert,,,\n", "0,1,0", no), (any + "KLS-01,,invert,,,\n", "0,0,2", .missing),
            (all + "KLS-01,,invert,,,\n", "1,0,1", yes),
            (sum, "punya,belum,", .counted(good: 1, eligible: 2)),
            (sum, "punya,2/3,tb", .counted(good: 3, eligible: 4)),
            (sum, ",,", .missing), (sum, "tb,,", .notApplicable), (sum, "punya,3,", nil), (sum, "4/3,,", nil),
            (sum + "KLS-02,,invert,,,\n", "punya,2/3,", .counted(good: 1, eligible: 4)),
            (count, "1,0,3", .counted(good: 1, eligible: 3)), (count, "1,1,3", .counted(good: 2, eligible: 3)),
            (count, "0,0,0", .notApplicable), (count, ",,0", .notApplicable), (count, "1,0,0", nil),
            (count, "-,-,-", .missing),
            (count, ",,", .missing), (count, ",,2", nil), (count, "1,1,", nil), (count, "2,2,3", nil),
            (count, "tb,,", .notApplicable), (count, "ya,0,1", nil), (count, "1,0,300", nil),
            (count, "99999999999999999999,99999999999999999999,3", nil),
            (single, "y", yes), (single, "2", no), (single, "3", .notApplicable), (single, "", .missing),
            (single, "tidak", no), (single, "4", nil), (single.replacing("a,,,,", with: "a,invert,,,"), "y", no),
            ("KLS-01,,constant,,kosong,\n", "ya", .missing), ("KLS-01,,constant,,tb,\n", "ya", .notApplicable),
        ]
    }()

    @Test(arguments: made.indices) func aRuleMakesAnAnswer(index: Int) throws {
        let (lines, row, answer) = Self.made[index]
        let isPerson = lines.contains("KLS-02")
        let others = ["KLS-01", "KKF-02", "KLS-02", "KKE-06"].filter { $0 != (isPerson ? "KLS-02" : "KLS-01") }
            .map { "\($0),,constant,,kosong,\n" }.joined()
        let mapping = try SurveyMapping(Array((Self.head + Self.base + others + lines).utf8), framework: .small)
        var reader = SurveyReader(framework: .small, mapping: mapping)
        let rows = reader.all("id,a,b,c\nK-1,\(row)\(String(repeating: ",", count: 2 - row.count { $0 == "," }))\n")
        #expect(rows.first?.answers[isPerson ? 2 : 0] == answer)
        #expect(reader.faults.count == (answer == nil ? 1 : 0))
        #expect(reader.faults.kept.allSatisfy { $0.line == 2 })
    }

    @Test(
        arguments: [
            ("time", "2025-07-31T09:12:33.123+08:00"), ("time", "2025-07-31 09:12"), ("time", "2025-07-31"),
            ("dmy", "31/7/2025"), ("dmy", "31-07-2025"), ("dmy", "31.07.2025 09:12"), ("mdy", "7/31/2025"),
        ]) func aDayHasSeveralForms(rule: String, cell: String) throws
    {
        let lines = Self.head + Self.base + Self.answers.joined() + "interviewed_on,hari,\(rule),,,\n"
        let mapping = try SurveyMapping(Array(lines.utf8), framework: .small)
        var reader = SurveyReader(framework: .small, mapping: mapping)
        let rows = reader.all("hari;id;a;b;c;d\n\(cell);K-1;ya;ya;;\n")
        #expect(rows.first?.interviewedOn == CalendarDay(year: 2025, month: 7, day: 31))
        for wrong in ["31/31/2025", "2025/07/31", "31-Jul-2025", "7"] {
            var reader = SurveyReader(framework: .small, mapping: mapping)
            #expect(reader.all("hari;id;a;b;c;d\n\(wrong);K-1;ya;ya;;\n").isEmpty)
            #expect(reader.faults.kept == [Fault(line: 2, column: "hari", value: wrong, code: .notADay)])
        }
    }

    @Test func answersWithoutAnInterviewAreRefusedUnlessTheMappingDropsThem() throws {
        let lines = Self.head + "family_id,id,,,,\nrt,,constant,,1,\nstatus,s,,,,\n" + Self.answers.joined()
        let table = "id,s,a,b,c,d\nK-1,4,ya,,0/1,\n"
        var strict = SurveyReader(
            framework: .small, mapping: try SurveyMapping(Array(lines.utf8), framework: .small))
        #expect(strict.all(table).isEmpty)
        #expect(strict.faults.kept.map(\.column) == ["a", "c"])
        let drops = lines + "without_interview,,,,kosong,\n"
        var lenient = SurveyReader(
            framework: .small, mapping: try SurveyMapping(Array(drops.utf8), framework: .small))
        #expect(lenient.all(table).first?.answers == PackedAnswers(count: 4))
        #expect(lenient.faults.isEmpty)
    }

    @Test func scoresHaveRulesOfTheirOwn() throws {
        let framework = try FrameworkFolderTests.example(version: 1)
        let names = framework.indicators.map(\.code)
        let lines = names.map { name in
            switch name {
            case "SOS-01": "SOS-01,a,invert,,,\n*,,,2,kosong,\n*,,,n/a,tb,\n"
            case "EKO-01": "EKO-01,a,sum,,,\nEKO-01,b,sum,,,\nEKO-01,,,baik,3,\n"
            default: "\(name),,constant,,kosong,\n"
            }
        }
        let mapping = try SurveyMapping(
            Array((Self.head + Self.base + lines.joined()).utf8), framework: framework)
        var reader = SurveyReader(framework: framework, mapping: mapping)
        let rows = reader.all("id,a,b\nK-1,2,baik\nK-2,n/a,\nK-3,4,2\n")
        #expect(rows.map { $0.answers[0] } == [.counted(good: 3, eligible: 5), .notApplicable])
        #expect(rows.map { $0.answers[4] } == [.counted(good: 5, eligible: 5), .notApplicable])
        // 4 + 2 is more than the most.
        #expect(reader.faults.kept.map(\.column) == ["a + b"])
    }
}
