import Foundation
import Intake
import Measurement
import Phrasing
import Testing

/// Any index of this shape is data: the folder of the real configuration, with frameworks of another kind beside it.
@Suite struct FrameworkFolderTests {
    @Test func theShippedFrameworkIsReadAsBefore() throws {
        let framework = try #require(try Self.read([:]).first)
        #expect(framework.id == Framework.ID(code: "ikk-29", version: 1))
        #expect(framework.indicators.count == 29)
        #expect(framework.indicators.allSatisfy { $0.maximum == 1 && $0.suggestion == nil && $0.equivalent == nil })
        #expect(framework.indicators.map(\.code) == Framework.ikk.indicators.map(\.code))
    }

    @Test func anIndexOfScoresIsRead() throws {
        let framework = try Self.example(version: 1)
        #expect(framework.faults().isEmpty)
        #expect(framework.dimensions.map(\.code) == ["SOS", "EKO", "LIN"])
        #expect(framework.indicators.map(\.maximum) == [5, 5, 1, 5, 5, 5, 1, 3, 5])
        #expect(framework.indicators.map(\.isScored) == [true, true, false, true, true, true, false, true, true])
        #expect(framework.indicators.filter(\.isProportionOfFamilies).map(\.code) == ["EKO-03"])
        #expect(framework.categories.map(\.from) == [0, 49, 60, 71, 82])
        #expect(
            framework.indicators[1].suggestion
                == Framework.Suggestion(
                    activityID: "Angkutan sekolah desa", activityEN: "School transport of the village",
                    levels: [.village, .kabupaten], urusan: ["1.01", "2.15"]))
        #expect(framework.indicators[6].suggestion == nil)
        let next = try Self.example(version: 2)
        #expect(next.indicators[0].equivalent == Framework.Equivalent(version: 1, code: "SOS-01"))
        #expect(next.equivalenceFaults(among: [framework]).isEmpty)
    }

    /// Scores worked out by hand: 100 × Σ points / Σ possible points.
    @Test func scoresAddUpToAnIndex() throws {
        let framework = try Self.example(version: 1)
        var reader = SurveyReader(framework: framework)
        let rows = reader.all(
            "family_id,rt,status,SOS-01,SOS-02,SOS-03,SOS-04,EKO-01,EKO-02,EKO-03,LIN-01,LIN-02\n"
                + "D-1,001,1,5,3,3/4,0,2,tb,ya,3,1\nD-2,001,1,4,0,1/2,5,3,,tidak,0,2\n")
        #expect(reader.faults.isEmpty)
        #expect(rows.first?.answers[3] == .counted(good: 5, eligible: 5))
        #expect(rows.first?.answers[8] == .counted(good: 4, eligible: 5))
        var tally = RoundTally(indicatorCount: framework.indicators.count)
        for row in rows { try tally.add(status: row.status, answers: row.answers) }
        let score = try RoundScore(scheme: ScoringScheme(framework), tally: tally)
        #expect(score.indicators.map { $0.score?.value } == [90, 30, 100 * 4 / 6.0, 50, 50, nil, 50, 50, 70])
        #expect(score.dimensions.map { $0?.shown.units } == [591_667, 500_000, 600_000])
        #expect(score.ikk?.shown.units == 563_889)
        #expect(score.category?.code == "tertinggal")
        #expect(score.weakIndicators == ["SOS-02", "SOS-04", "EKO-01", "EKO-03", "LIN-01"])
        #expect(score.indicators[1].neededToReachThreshold == 3)
    }

    @Test(
        arguments: [
            ("6", Fault.Code.notAnAnswer), ("-1", .notAnAnswer), ("2.5", .notAnAnswer), ("ya", .notAnAnswer),
            ("2/5", .notAnAnswer), ("02-Mar", .answerBecameDate), ("99999999999999999999", .notAnAnswer),
        ]) func aScoreIsRefused(cell: String, code: Fault.Code) throws
    {
        var reader = SurveyReader(framework: try Self.example(version: 1))
        #expect(
            reader.all(
                "family_id,rt,status,SOS-01,SOS-02,SOS-03,SOS-04,EKO-01,EKO-02,EKO-03,LIN-01,LIN-02\n"
                    + "D-1,001,1,5,3,3/4,0,2,\(cell),ya,3,1\n"
            ).isEmpty)
        #expect(
            reader.faults.kept == [Fault(line: 2, column: "EKO-02", value: cell, code: code, expected: "0–5, tb")])
    }

    @Test(
        arguments: [
            ("desa-contoh-v2", ",5,1/SOS-01", ",5,1/SOS-99", "versi 1 tidak memuat indikator SOS-99"),
            ("desa-contoh-v2", ",5,1/SOS-01", ",5,2/SOS-01", "harus dari versi sebelumnya"),
            ("desa-contoh-v2", ",5,1/SOS-01", ",5,1/LIN-02", "sudah menjadi padanan indikator lain"),
            ("desa-contoh-v2", ",5,1/SOS-01", ",3,1/SOS-01", "tidak sepadan"),
            ("desa-contoh-v2", ",5,1/SOS-01", ",5,SOS-01", "harus berbentuk VERSI/KODE"),
            ("desa-contoh-v2", "version,2", "version,3", ""),
            ("desa-contoh-v1", "version,1", "version,4", "versi 1 yang dirujuk indikator SOS-A tidak ditemukan"),
            ("desa-contoh-v1", "members,false,contoh,1,", "members,false,contoh,4,", "maximum harus 1"),
            ("desa-contoh-v1", ",contoh,3,", ",contoh,0,", "1–253"),
            ("desa-contoh-v1", "Pasar desa,", ",", "kolom activity_id: wajib diisi"),
            ("desa-contoh-v1", "village;national", "village;pusat", "harus salah satu dari"),
        ]) func aFaultyFolderIsRefused(folder: String, wrote: String, instead: String, says: String) throws
    {
        var files = try Self.fixture("desa-contoh-v1").merging(Self.fixture("desa-contoh-v2")) { first, _ in first }
        for (path, bytes) in files where path.contains(folder) {
            files[path] = Array(String(decoding: bytes, as: UTF8.self).replacing(wrote, with: instead).utf8)
        }
        do {
            _ = try Self.read(files)
            #expect(says.isEmpty)
        } catch let refusal as ConfigRefusal {
            let messages = refusal.faults.map { $0.message[.indonesian] }
            #expect(!says.isEmpty && messages.contains { $0.localizedCaseInsensitiveContains(says) }, "\(messages)")
            #expect(refusal.faults.allSatisfy { $0.message[.english] != $0.message[.indonesian] })
        }
    }

    // MARK: Folders

    /// As shipped, with its names.
    static func ikk() throws -> Framework {
        try #require(try read([:]).first { $0.id.code == "ikk-29" })
    }

    static func example(version: Int) throws -> Framework {
        let files = try fixture("desa-contoh-v1").merging(fixture("desa-contoh-v2")) { first, _ in first }
        return try #require(try read(files).first { $0.id == Framework.ID(code: "desa-contoh", version: version) })
    }

    private static func read(_ more: [String: [UInt8]]) throws -> [Framework] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Config")
        var files: [String: [UInt8]] = more
        for path in FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? [] {
            guard path.hasSuffix(".csv"), !path.hasPrefix("demo") else { continue }
            files[path] = Array(try Data(contentsOf: root.appending(path: path)))
        }
        return try ConfigContent(files: files).frameworks
    }

    private static func fixture(_ name: String) throws -> [String: [UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/frameworks/\(name)")
        var files: [String: [UInt8]] = [:]
        for name in ["framework", "categories", "dimensions", "indicators"] {
            let path = "frameworks/\(folder.lastPathComponent)/\(name).csv"
            files[path] = Array(try Data(contentsOf: folder.appending(path: "\(name).csv")))
        }
        return files
    }
}
