import Measurement
import Planning
import Synchronization

extension FakePorts {
    func lokus(_ access: Access, _ listing: Listing<LokusField>) -> Reading<Lokus> {
        set { $0.lokusListings.append(listing) }
        return reading(access, listing) { $0.lokus }
    }

    func lokus(_ access: Access, id: Lokus.ID) async throws -> Lokus {
        try enter(access)
        guard let found = get({ $0.lokus.first { $0.id == id } }) else { throw Refusal.notFound }
        return found
    }

    func register(_ access: Access, _ draft: LokusDraft, as id: Lokus.ID) async throws -> Lokus {
        try enter(access)
        try claim(access, "\(id)")
        let isKnown = get { $0.lokus.contains { $0.place.desaCode == draft.desaCode.description } }
        guard !isKnown else { throw Refusal.conflict(rule: "lokus_once_per_desa_and_year") }
        let lokus = Samples.lokus(id, desa: draft.desaCode.description, decree: draft.decree)
        state.withLock { $0.lokus.append(lokus) }
        return lokus
    }

    func setDecree(
        _ access: Access, of id: Lokus.ID, at version: Int, to decree: Lokus.Decree?
    ) async throws -> Lokus {
        let present = try await lokus(access, id: id)
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        let changed = Samples.lokus(id, desa: present.place.desaCode, decree: decree, version: version + 1)
        state.withLock { state in state.lokus = state.lokus.map { $0.id == id ? changed : $0 } }
        return changed
    }

    func regions(_ access: Access, _ listing: Listing<RegionField>) -> Reading<Region> {
        set { $0.regionListings.append(listing) }
        return reading(access, listing) { _ in [] }
    }

    func region(_ access: Access, code: RegionCode) async throws -> Region {
        try enter(access)
        return Region(code: code, name: "Kotabaru", level: .kabupaten, within: ["Kalimantan Selatan"])
    }

    func frameworks(_ access: Access, _ listing: Listing<FrameworkField>) -> Reading<FrameworkSummary> {
        reading(access, listing) { _ in (1...3).map { Samples.summary(version: $0) } }
    }

    func framework(_ access: Access, id: Framework.ID) async throws -> Framework {
        try enter(access)
        return Samples.framework(version: id.version)
    }

    func agencies(_ access: Access, _ listing: Listing<AgencyField>) -> Reading<Agency> {
        reading(access, listing) { _ in [] }
    }

    func catalogue(_ access: Access, _ listing: Listing<CatalogueField>) -> Reading<CatalogueItem> {
        reading(access, listing) { _ in [] }
    }
}
