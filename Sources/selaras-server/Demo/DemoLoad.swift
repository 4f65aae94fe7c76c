import Measurement
import Planning
import Store

/// Tells the story of the demonstration through the ports, as its people would. Every step first looks whether it was
/// done, so that an interrupted run is simply run again, and what somebody added in the meantime stays as it is.
struct DemoLoad {
    let store: Store
    let cast: DemoCast
    let files: DemoFiles

    func run() async throws {
        let sampanahan = try await lokus(DemoStory.sampanahan)
        try await round(DemoStory.sampanahan.baseline, of: sampanahan)
        try await DemoPlan(store: store, cast: cast, files: files).make(for: sampanahan)
        try await round(DemoStory.sampanahan.resurvey, of: sampanahan)

        let sangSang = try await lokus(DemoStory.sangSang)
        try await round(DemoStory.sangSang.baseline, of: sangSang)
        try await round(DemoStory.sangSang.resurvey, of: sangSang)
    }

    private func lokus(_ village: DemoStory.Village) async throws -> Lokus {
        let coordinator = try await cast.coordinator()
        guard let desa = RegionCode(village.desa) else {
            throw Failure(
                .refused, id: "Kode desa contoh tidak benar.", en: "The village code of the demonstration is wrong.")
        }
        var listing = Listing(where: LokusField.desaCode, is: FieldValue(desa))
        listing.narrow(to: .test(.year, Comparison(.eq, [FieldValue(village.year)])))
        if let present = try await store.lokus(coordinator, listing).items().first {
            print("Lokus \(present.place.desaName) \(village.year): " + spoken(id: "sudah ada", en: "is there"))
            return present
        }
        let decree = village.decree.flatMap { decree in
            CalendarDay(decree.on).map { Lokus.Decree(number: decree.number, on: $0) }
        }
        let made = try await store.register(
            coordinator, LokusDraft(desaCode: desa, year: village.year, decree: decree), as: .new())
        print("Lokus \(made.place.desaName) \(village.year): " + spoken(id: "dibuat", en: "made"))
        return made
    }

    private func round(_ round: DemoStory.Round, of lokus: Lokus) async throws {
        let kind =
            round.purpose == .baseline
            ? spoken(id: "Pendataan awal", en: "Baseline") : spoken(id: "Pendataan ulang", en: "Re-survey")
        let name = "\(kind) \(lokus.place.desaName)"
        let coordinator = try await cast.coordinator()
        if lokus.rounds.contains(where: { $0.purpose == round.purpose && $0.state == .closed }) {
            print("\(name): " + spoken(id: "sudah ditutup", en: "is closed"))
            return
        }
        let request = SurveyImportRequest(
            lokusID: lokus.id, purpose: round.purpose, design: round.design,
            familiesInVillage: round.familiesInVillage, panelOf: round.panelOf.map { .purpose($0) }, framework: nil,
            surveyedFrom: nil, surveyedUntil: nil, replacesAll: false, fileName: round.file)
        let outcome = try await store.importSurvey(coordinator, request) { framework, sink in
            try await files.survey(round.file, framework, sink)
        }
        guard case .imported(let receipt) = outcome else {
            throw Failure(
                .refused, id: "Berkas \(round.file) memuat keluarga yang sama lebih dari satu kali.",
                en: "The file \(round.file) contains the same family more than once.")
        }
        let open = try await store.round(coordinator, id: receipt.roundID).round
        let closed = try await store.close(coordinator, round: open.id, at: open.stamp.version).round
        let ikk = closed.result?.ikk?.description ?? "-"
        let families = receipt.rowsRead
        print(
            "\(name): "
                + spoken(
                    id: "\(families) keluarga, ditutup dengan IKK \(ikk)",
                    en: "\(families) families, closed with an IKK of \(ikk)"))
    }
}
