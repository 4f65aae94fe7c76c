import ArgumentParser
import Intake

extension [ConfigFault] {
    /// Prints all of them, then how many, and gives the exit code with which to end.
    ///
    /// - Parameters:
    ///   - total: where more were counted than are listed.
    ///   - folder: what stands in front of the files' names.
    func print(total: Int? = nil, in folder: String? = nil) -> ExitCode {
        for fault in self {
            let file = folder.map { "\($0)/\(fault.file)" } ?? fault.file
            StandardError.print("\(file): \(fault.message)")
        }
        let total = total ?? count
        if total > count { StandardError.print("… dan \(total - count) kesalahan lain.") }
        StandardError.print("Ditemukan \(total) kesalahan; tidak ada yang disimpan.")
        return ExitCode(Explanation.refused)
    }
}
