internal import ArgumentParser
internal import Intake

/// Money as an option takes it, by the rules of the files: `162000000`, `Rp162.000.000`, `Rp 162.000.000,00`; real sen
/// are refused.
struct Money: ExpressibleByArgument, Sendable {
    let rupiah: Int

    init?(argument: String) {
        guard let rupiah = try? CellFormat<Int>.rupiah.read(Array(argument.utf8)[...]) else { return nil }
        self.rupiah = rupiah
    }
}
