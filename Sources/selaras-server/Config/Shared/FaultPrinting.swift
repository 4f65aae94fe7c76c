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
            StandardError.print("\(file): \(fault.message.spoken)")
        }
        let total = total ?? count
        if total > count {
            let rest = total - count
            StandardError.print(spoken(id: "… dan \(rest) kesalahan lain.", en: "… and \(rest) more faults."))
        }
        StandardError.print(
            spoken(
                id: "Ditemukan \(total) kesalahan; tidak ada yang disimpan.",
                en: "Found \(total) faults; nothing was stored."))
        return ExitCode(Failure.Code.refused.rawValue)
    }
}
