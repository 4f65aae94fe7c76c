import Planning
import Synchronization

extension FakePorts {
    func budgetLines(_ access: Access, _ listing: Listing<BudgetLineField>) -> Reading<BudgetLine> {
        reading(access, listing) { _ in [] }
    }

    func budgetLine(_ access: Access, id: BudgetLine.ID) async throws -> BudgetLine {
        try enter(access)
        return Samples.budgetLine(id)
    }

    func make(_ access: Access, _ draft: BudgetLineDraft, as id: BudgetLine.ID) async throws -> BudgetLine {
        try enter(access)
        try claim(access, "\(id)")
        return Samples.budgetLine(id)
    }

    func change(
        _ access: Access, budgetLine id: BudgetLine.ID, at version: Int, _ change: BudgetLineChange
    ) async throws -> BudgetLine {
        try enter(access)
        return Samples.budgetLine(id)
    }
}

extension Samples {
    static func budgetLine(_ id: BudgetLine.ID) -> BudgetLine {
        BudgetLine(
            id: id, kabupatenCode: "63.02", agencyCode: "PUPR", agencyName: "Dinas PUPR", budgetYear: 2025,
            source: .apbdKabupaten,
            item: BudgetItem(title: "Tangki septik", writtenCode: "1.03.05.02.01.0007", nomenclature: nil),
            ceilings: [BudgetLine.Ceiling(stage: .murni, amount: Rupiah(900))], shared: .zero, shares: [],
            stamp: stamp)
    }
}
