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
            throw Failure("Konfigurasi belum ada. Jalankan dahulu `selaras-server config import Config`.")
        }
        let others = usage.kabupaten.filter { !DemoStory.kabupaten.contains($0) }
        // Lokus without the one who makes them in the demonstration are somebody's real ones.
        guard others.isEmpty, usage.hasPrincipal || !usage.hasLokus else {
            let reason = others.isEmpty ? "sudah ada lokus" : "kabupaten \(others.joined(separator: ", "))"
            throw Failure("Data contoh tidak dimuat ke basis data yang sudah dipakai (\(reason)).")
        }
    }
}
