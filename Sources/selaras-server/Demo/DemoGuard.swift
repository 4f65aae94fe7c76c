import Store

/// Keeps invented data, and tokens that anybody may hold, out of a database that somebody works with.
struct DemoGuard {
    private let administration: Administration

    init(_ administration: Administration) {
        self.administration = administration
    }

    func check() async throws {
        let usage = try await administration.usage(principal: DemoPeople.coordinatorName)
        guard !usage.kabupaten.isEmpty else {
            throw Failure(
                .unable, id: "Konfigurasi belum ada. Jalankan dahulu `selaras-server config import Config`.",
                en: "There is no configuration yet. Run `selaras-server config import Config` first.")
        }
        let others = usage.kabupaten.filter { !DemoStory.kabupaten.contains($0) }
        // Lokus without the one who makes them in the demonstration are somebody's real ones.
        guard others.isEmpty, usage.hasPrincipal || !usage.hasLokus else {
            let kabupaten = others.isEmpty ? nil : "kabupaten \(others.joined(separator: ", "))"
            throw Failure(
                .refused,
                id: "Data contoh tidak dimuat ke basis data yang sudah dipakai (\(kabupaten ?? "sudah ada lokus")).",
                en: "Demonstration data is not loaded into a database that is in use (\(kabupaten ?? "it has lokus")).")
        }
    }
}
