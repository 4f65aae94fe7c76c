/// How one kabupaten uses the service; its code is the name of its folder.
package struct KabupatenRow: Hashable, Sendable {
    /// The zones of Indonesia.
    package enum Zone: String, Sendable, CaseIterable {
        case jakarta = "Asia/Jakarta"
        case pontianak = "Asia/Pontianak"
        case makassar = "Asia/Makassar"
        case jayapura = "Asia/Jayapura"
    }

    package let line: Int
    /// Bappeda, Bapperida, Bapplitbangda: the name differs.
    package let coordinatorOffice: String
    package let zone: Zone
    /// A report is due on this working day after its quarter.
    package let reportDueWorkingDays: Int
    /// Whether anybody may read its open data.
    package let publishesOpenData: Bool
    /// The address or the name of the licence of its open data; nil where it states none.
    package let openDataLicense: String?
}

package typealias KabupatenFile = TableReader<KabupatenRow>

extension KabupatenFile {
    package init() {
        let names = ["coordinator_office", "time_zone", "report_due_working_days"]
        let optional = ["open_data", "open_data_license"]
        let (text, zones) = (CellFormat.text(most: 200), CellFormat<KabupatenRow.Zone>.word)
        let days = CellFormat.integer(in: 1...60)
        let flags = CellFormat<Flag>.word
        self.init(columns: names.map(TableColumn.required) + optional.map(TableColumn.optional)) { cells in
            let office = cells.required("coordinator_office", text)
            let zone = cells.required("time_zone", zones)
            let days = cells.required("report_due_working_days", days)
            let isOpen = cells.optional("open_data", flags)
            let license = cells.optional("open_data_license", text)
            guard let office, let zone, let days else { return nil }
            return KabupatenRow(
                line: cells.line, coordinatorOffice: office, zone: zone, reportDueWorkingDays: days,
                publishesOpenData: isOpen == .true, openDataLicense: license)
        }
    }
}
