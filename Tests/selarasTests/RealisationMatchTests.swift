import ArgumentParser
import Intake
import Phrasing
import Planning
import Testing

@testable import selaras

/// Every rupiah of a file is part of one report, or left with its reason; nothing is counted twice and nothing guessed.
@Suite struct RealisationMatchTests {
    private typealias Facts = RealisationFacts

    private static func rows(_ lines: String..., head: String = "Kode;Lokasi;Realisasi (Rp);Fisik;Volume Realisasi")
        throws -> [RealisationRow]
    {
        try RealisationFile(Array(([head] + lines).joined(separator: "\n").utf8)).rows
    }

    private static let code = "2.08.04.2.01.0003"

    private static func line(
        _ id: String = "l1", code: String = RealisationMatchTests.code, source: String = "apbd_kabupaten", ceiling: Int,
        unseen: Int = 0,
        _ shares: (String, Int)...
    ) -> RealisationFacts.Line {
        RealisationFacts.Line(
            id: id, code: code, source: source, ceiling: ceiling,
            shared: shares.reduce(unseen) { $0 + $1.1 }, shares: shares.map { (intervention: $0.0, amount: $0.1) })
    }

    private static func one(
        _ id: String, desa: String = "Sang-Sang", code: String = "63.02.09.2007", elsewhere: Int = 0,
        assigned: Int = 2025, isDue: Bool = true, _ reports: RealisationFacts.Report...
    ) -> RealisationFacts.Intervention {
        RealisationFacts.Intervention(
            id: id, reference: id.uppercased(), title: "Jamban", lokusID: "lokus-\(code)", desaCode: code,
            desaName: desa,
            lokusYear: 2025, assignedYear: assigned, moneyFromElsewhere: elsewhere, reports: reports, isDue: isDue)
    }

    private static func said(_ year: Int, _ quarter: Int, _ spent: Int, isDraft: Bool = false, physical: Int = 0)
        -> RealisationFacts.Report
    {
        RealisationFacts.Report(
            id: "r\(year)\(quarter)", version: 1, budgetYear: year, quarter: quarter, isDraft: isDraft,
            figures: .init(physical: physical, quantity: 0, spent: spent))
    }

    private func match(
        _ rows: [RealisationRow], _ lines: [RealisationFacts.Line], _ interventions: [RealisationFacts.Intervention],
        lokus: String? = nil, _ change: (inout RealisationRules) -> Void = { _ in }
    ) -> RealisationMatch {
        var rules = RealisationRules()
        change(&rules)
        let facts = RealisationFacts(
            lines: lines, interventions: Dictionary(uniqueKeysWithValues: interventions.map { ($0.id, $0) }),
            agencyNames: ["PUPR", "Dinas PUPR"], budgetYear: 2025, quarter: 3, lokusID: lokus)
        let match = RealisationMatch(rows, facts, rules)
        #expect(match.isBalanced)
        return match
    }

    private func told(_ match: RealisationMatch) -> [String] {
        match.left.map { "\($0.line) \($0.amount) \($0.reason.rawValue)\($0.detail.isEmpty ? "" : " " + $0.detail)" }
    }

    @Test func aLineOfOneInterventionIsItsOwn() throws {
        let match = match(
            try Self.rows("\(Self.code);;900;45,5;12"), [Self.line(ceiling: 1000, ("a", 1000))], [Self.one("a")])
        let item = try #require(match.items.first)
        #expect(item.spent == 900 && item.physical == 4550 && item.quantity == 1200 && match.left.isEmpty)
        guard case .new = item.outcome else { return #expect(Bool(false), "\(item.outcome)") }
        #expect(match.matched == 900)
    }

    /// R24: what a line spent for several, or for others too, is nobody's until a person says so.
    @Test func aSharedLineIsNotDividedByItself() throws {
        let rows = try Self.rows("\(Self.code);;1000;50;12")
        let lines = [Self.line(ceiling: 3000, ("a", 1000), ("b", 500))]
        let both = [Self.one("a"), Self.one("b")]
        #expect(told(match(rows, lines, both)) == ["2 1000 shared A, B"])
        #expect(told(match(rows, [Self.line(ceiling: 3000, ("a", 1000))], both)) == ["2 1000 shared A"])
        // What others have, whom the caller does not see, is not the one's that he sees.
        #expect(told(match(rows, [Self.line(ceiling: 1000, unseen: 600, ("a", 400))], both)) == ["2 1000 shared A"])
        let divided = match(rows, lines, both) { ($0.dividesByShares, $0.keepsMissing) = (true, true) }
        #expect(
            divided.items.map { "\($0.intervention.id) \($0.spent) \($0.physical ?? -1)" } == ["a 333 0", "b 167 0"])
        #expect(told(divided) == ["2 500 rest_of_line"])
        let basis = RealisationOrigin(
            fileName: "rfk.csv", digest: "abc", period: try PeriodOptions.parse(["--year", "2025", "--quarter", "3"])
        )
        .basis(of: divided.items[0])
        #expect(
            basis.contains("baris 2")
                && basis.contains("Rp333 dari Rp1.000, dibagi menurut alokasi Rp1.000 dari Rp3.000"))
        // The percentage is that of the whole sub-activity, unless somebody says that it is everybody's.
        let same = match(rows, lines, both) { ($0.dividesByShares, $0.physicalIsOfAll) = (true, true) }
        #expect(same.items.map(\.physical) == [5000, 5000] && same.items.allSatisfy { $0.quantity == nil })
        #expect(same.left.count { $0.reason == .incomplete } == 2 && same.matched == 0)
    }

    @Test(arguments: 0..<200)
    func partsAddUp(_ seed: Int) {
        let weights = (0..<(seed % 7 + 1)).map { (seed * 7_919 + $0 * 104_729) % 1_000_000_007 }
        let whole = weights.reduce(0, +) + seed % 3 * 12_345
        let amount = (seed * 982_451_653) % 1_000_000_000_000
        let parts = RealisationMatch.divide(amount, by: weights, of: max(whole, 1))
        let sum = parts.reduce(0, +)
        #expect(sum <= amount && parts.allSatisfy { $0 >= 0 })
        if whole == weights.reduce(0, +), whole > 0 { #expect(sum == amount) }
        for (part, weight) in zip(parts, weights) where whole > 0 {
            #expect(abs(Double(part) - Double(amount) * Double(weight) / Double(whole)) < 1.001)
        }
    }

    /// A cut budget: shares are above the ceiling, and together they get no more than was spent.
    @Test func aCutLineIsNotOverspent() throws {
        let match = match(
            try Self.rows("\(Self.code);;1000;;"), [Self.line(ceiling: 1000, ("a", 1500), ("b", 500))],
            [Self.one("a"), Self.one("b")]
        ) { ($0.dividesByShares, $0.keepsMissing) = (true, true) }
        #expect(match.items.map(\.spent) == [750, 250] && match.left.isEmpty)
    }

    @Test func aPlaceSaysWhose() throws {
        let here = Self.one("a"), there = Self.one("b", desa: "Sampanahan", code: "63.02.12.2005")
        let lines = [Self.line(ceiling: 3000, ("a", 1000), ("b", 500))]
        let rows = try Self.rows(
            "\(Self.code);Desa Sangsang, Kec. Kelumpang Tengah;700;70;1", "\(Self.code);63.02.12.2005;200;20;1",
            "\(Self.code);Desa Lain;100;10;1")
        let match = match(rows, lines, [here, there])
        #expect(
            match.items.map { "\($0.intervention.id) \($0.spent) \($0.physical ?? -1)" } == [
                "a 700 7000", "b 200 2000",
            ])
        #expect(told(match) == ["4 100 other_place Desa Lain"])
        // The whole beside its parts would be counted twice.
        let both = try Self.rows("\(Self.code);;1000;;", "\(Self.code);Sangsang;700;70;1")
        #expect(told(self.match(both, lines, [here, there])) == ["2 1000 twice", "3 700 twice"])
        let one = self.match(rows, lines, [here, there], lokus: here.lokusID)
        #expect(one.items.map(\.intervention.id) == ["a"] && told(one).first == "3 200 other_lokus Sampanahan 2025")
    }

    @Test func twiceIsNeitherAddedNorChosen() throws {
        let lines = [Self.line(ceiling: 1000, ("a", 1000))]
        #expect(
            told(match(try Self.rows("\(Self.code);;1;;", "2.08.04.02.01.03;;1;;"), lines, [Self.one("a")])) == [
                "2 1 twice", "3 1 twice",
            ])
        let head = "Kode Sub Kegiatan;Kode Rekening;Realisasi;Fisik;Volume Realisasi"
        let accounts = try Self.rows("\(Self.code);5.1.02;400;10;1", "\(Self.code);5.2.01;500;10;1", head: head)
        let match = match(accounts, lines, [Self.one("a")])
        #expect(match.items.map(\.spent) == [900] && match.items[0].physical == 1000)
        let same = try Self.rows("\(Self.code);5.1.02;400;10;1", "\(Self.code);5.1.02;400;10;1", head: head)
        #expect(told(self.match(same, lines, [Self.one("a")])) == ["2 400 twice", "3 400 twice"])
    }

    /// A part of a sum is not the sum.
    @Test func aPartIsNotTheWhole() throws {
        let lines = [Self.line(ceiling: 1000, ("a", 1000))]
        let head = "Kode Sub Kegiatan;Kode Rekening;Realisasi;Fisik;Volume Realisasi"
        let empty = try Self.rows("\(Self.code);5.1.02;400;10;1", "\(Self.code);5.2.01;;10;1", head: head)
        #expect(told(match(empty, lines, [Self.one("a")])) == ["2 400 partly_unknown", "3 0 partly_unknown"])
        let file = try RealisationFile(
            Array("\(head)\n\(Self.code);5.1.02;400;10;1\n2.08.04.02.01.03;5.2.01;1.5.0;10;1\n".utf8))
        #expect(file.unreadable.map(\.description) == [Self.code] && file.rows.count == 1)
        let facts = RealisationFacts(
            lines: lines, interventions: ["a": Self.one("a")], agencyNames: [], budgetYear: 2025, quarter: 3,
            lokusID: nil)
        let match = RealisationMatch(file.rows, unreadable: file.unreadable, facts, RealisationRules())
        #expect(match.isBalanced && told(match) == ["2 400 partly_unknown"])
        // A line whose row is left is money that nobody knows of; it is not taken for unspent.
        let two = [
            Self.line(ceiling: 1000, ("a", 1000)),
            Self.line("l2", code: "2.08.04.2.01.0001", ceiling: 900, ("a", 300), ("b", 300)),
        ]
        let rows = try Self.rows("\(Self.code);;400;10;1", "2.08.04.2.01.0001;;90;10;1")
        #expect(
            told(self.match(rows, two, [Self.one("a"), Self.one("b")])) == [
                "2 400 other_money 300", "3 90 shared A, B",
            ])
        // Several villages in one cell.
        let places = try Self.rows("\(Self.code);Sang-Sang dan Lainnya;400;10;1")
        #expect(told(self.match(places, lines, [Self.one("a")])) == ["2 400 shared A"])
        // One row with its source, and one that may be all of them.
        let sources = try Self.rows(
            "\(Self.code);DAU;400", "\(Self.code);;500", head: "Kode;Sumber Dana;Realisasi")
        #expect(told(self.match(sources, lines, [Self.one("a")])) == ["2 400 twice", "3 500 twice"])
    }

    @Test func whatIsOfOthers() throws {
        let head = "Tahun;Nama SKPD;Kode;Nama Sumber Dana;Realisasi"
        let rows = try Self.rows(
            "2024;PUPR;\(Self.code);;1", "2025;Dinas Kesehatan;\(Self.code);;2", "2025;DINAS PUPR;1.02.02.2.02.0001;;3",
            "2025;;\(Self.code);Baznas;4", "2025;;\(Self.code);;", head: head)
        #expect(
            told(match(rows, [Self.line(ceiling: 9)], [])) == [
                "2 1 other_year 2024", "3 2 other_agency Dinas Kesehatan", "4 3 no_line", "5 4 no_line Baznas",
                "6 0 no_amount",
            ])
        let two = [Self.line(ceiling: 9, ("a", 9)), Self.line("l2", source: "apbn", ceiling: 9, ("a", 9))]
        #expect(
            told(match(try Self.rows("\(Self.code);;1;;"), two, [Self.one("a")])) == [
                "2 1 several_lines apbd_kabupaten, apbn"
            ])
        let dak = try Self.rows("2025;;\(Self.code);DAK Fisik;5", head: head)
        #expect(
            match(dak, two, [Self.one("a")]) { ($0.keepsMissing, $0.restIsUnspent) = (true, true) }.items.first?.parts
                .first?.lineID == "l2")
        #expect(told(match(try Self.rows("\(Self.code);;1;;"), [Self.line(ceiling: 9)], [])) == ["2 1 pays_nothing"])
    }

    @Test func whatAPersonMustLookAt() throws {
        let rows = try Self.rows("\(Self.code);;900;45;12")
        let line = [Self.line(ceiling: 1000, ("a", 1000))]
        func told(_ one: RealisationFacts.Intervention, _ lines: [RealisationFacts.Line]? = nil) -> [String] {
            self.told(match(rows, lines ?? line, [one]))
        }
        #expect(told(Self.one("a", isDue: false)) == ["2 900 not_due"])
        #expect(told(Self.one("a", elsewhere: 5)) == ["2 900 other_money 5"])
        #expect(match(rows, line, [Self.one("a", elsewhere: 5)]) { $0.restIsUnspent = true }.items.count == 1)
        #expect(told(Self.one("a"), [Self.line(ceiling: 800, ("a", 800))]) == ["2 900 above_share 800"])
        #expect(told(Self.one("a", Self.said(2025, 2, 901))) == ["2 900 lower_than_before 901"])
        #expect(told(Self.one("a", assigned: 2024)) == ["2 900 year_before_unreported 2024"])
        #expect(told(Self.one("a", Self.said(2025, 3, 800))) == ["2 900 reported_already 800"])
        // A draft is nobody's word: nothing stands on it.
        #expect(match(rows, line, [Self.one("a", Self.said(2025, 2, 901, isDraft: true))]).items.count == 1)
        let same = match(
            try Self.rows("\(Self.code);;900;;"), line,
            [Self.one("a", Self.said(2025, 3, 900, isDraft: true, physical: 77))])
        guard case .same? = same.items.first?.outcome else { return #expect(Bool(false), "\(same)") }
        #expect(same.matched == 900 && same.left.isEmpty)
    }

    /// A file has its year alone; reports are cumulative since the beginning.
    @Test func yearsBeforeAreAdded() throws {
        let one = Self.one("a", assigned: 2024, Self.said(2024, 4, 500, physical: 2000), Self.said(2025, 1, 600))
        let line = [Self.line(ceiling: 1000, ("a", 1000))]
        let match = match(try Self.rows("\(Self.code);;300;30;2"), line, [one]) { $0.keepsMissing = true }
        let item = try #require(match.items.first)
        #expect(item.spent == 800 && item.before == 500 && match.matched == 300)
        // Percent of a year is not that of several; what was said last stays.
        #expect(item.physical == 0 && item.isKept)
    }

    @Test(arguments: RealisationMatch.Reason.allCases)
    func everyReasonIsASentence(_ reason: RealisationMatch.Reason) {
        let left = RealisationMatch.Left(
            line: 2, code: Self.code, title: "", amount: 1, reason: reason, reference: nil, detail: "5")
        let phrase = Phrase.leftBecause(left)
        #expect(!phrase.indonesian.isEmpty && phrase.indonesian != phrase.english && !phrase.english.contains("{}"))
    }

    @Test func placesAreCompared() {
        #expect(RealisationMatch.place("Desa Sang - Sang Kec. Kelumpang") == "sangsang")
        #expect(RealisationMatch.place("Kel. Kotabaru Hilir") == "kotabaruhilir")
        #expect(RealisationMatch.place("Kabupaten Kotabaru").isEmpty && RealisationMatch.place(" - ").isEmpty)
        #expect(RealisationMatch.place("(63.02.12.2005) Sampanahan") == "63.02.12.2005")
        #expect(RealisationMatch.source("DAU yang Ditentukan") == "apbd_kabupaten")
        #expect(RealisationMatch.source("Bantuan Keuangan Provinsi") == "apbd_provinsi")
        #expect(RealisationMatch.source("Pendapatan lain") == nil)
    }
}
