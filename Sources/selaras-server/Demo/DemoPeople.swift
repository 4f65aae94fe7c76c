import Planning
import Store

/// Who acts in the demonstration. The mark in their names tells its deeds from those of real offices.
enum DemoPeople {
    /// What `demo tokens` hands out, in this order.
    static func all() throws -> [(draft: PrincipalDraft, description: String)] {
        [
            (try coordinator(), spoken(id: "Koordinator (Bapperida)", en: "Coordinator (Bapperida)")),
            (try agency("PUPR"), spoken(id: "Perangkat daerah: Dinas PUPR", en: "Agency: Dinas PUPR")),
            (try agency("DINKES"), spoken(id: "Perangkat daerah: Dinas Kesehatan", en: "Agency: Dinas Kesehatan")),
            (
                PrincipalDraft(
                    role: .village, name: "Pemerintah Desa Sampanahan (contoh)", area: .kabupaten(try kotabaru()),
                    desa: try code(DemoStory.sampanahan.desa)),
                spoken(id: "Desa: Sampanahan", en: "Village: Sampanahan")
            ),
            (
                PrincipalDraft(
                    role: .viewer, name: "Pembaca \(DemoStory.place) (contoh)", area: .kabupaten(try kotabaru())),
                spoken(id: "Pembaca", en: "Reader")
            ),
            (
                PrincipalDraft(
                    role: .province, name: "Provinsi Kalimantan Selatan (contoh)", area: .province(try code("63"))),
                spoken(id: "Provinsi Kalimantan Selatan", en: "Province of Kalimantan Selatan")
            ),
            (
                PrincipalDraft(
                    role: .lead, name: "DP3APPKB \(DemoStory.place) (contoh)", area: .kabupaten(try kotabaru())),
                spoken(id: "Perangkat daerah pengampu (DP3APPKB)", en: "Lead office (DP3APPKB)")
            ),
            (try leadership(), spoken(id: "Pimpinan daerah (Sekda)", en: "Leadership (regional secretary)")),
        ]
    }

    static let coordinatorName = "Bapperida \(DemoStory.place) (contoh)"

    static func coordinator() throws -> PrincipalDraft {
        PrincipalDraft(role: .coordinator, name: coordinatorName, area: .kabupaten(try kotabaru()))
    }

    static func leadership() throws -> PrincipalDraft {
        PrincipalDraft(
            role: .leadership, name: "Sekda \(DemoStory.place) (contoh)", area: .kabupaten(try kotabaru()))
    }

    static func agency(_ code: String) throws -> PrincipalDraft {
        PrincipalDraft(
            role: .agency, name: "\(code) \(DemoStory.place) (contoh)", area: .kabupaten(try kotabaru()), agency: code)
    }

    private static func kotabaru() throws -> RegionCode { try code("63.02") }

    private static func code(_ text: String) throws -> RegionCode {
        guard let code = RegionCode(text) else {
            throw Failure(
                .refused, id: "Kode wilayah contoh \(text) tidak benar.",
                en: "The code \(text) of the demonstration is wrong.")
        }
        return code
    }
}
