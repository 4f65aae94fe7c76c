internal import HTTPTypes
internal import Intake
internal import Planning
internal import Wire

extension Rejection {
    /// A file with faults, of which the first hundred are told.
    init(_ file: RefusedFile) {
        self.init(file.faults.kept, total: file.faults.count, rowsRead: file.rows)
    }

    /// A file with faults, or that names families twice, or both; in the order of its lines.
    init(_ file: RefusedFile?, _ repeated: RepeatedFamilies, rowsRead: Int) {
        let twice = repeated.first.map { family in
            Fault.duplicateFamily(line: family.line, familyID: family.familyID, otherLine: family.firstLine)
        }
        let faults = ((file?.faults.kept ?? []) + twice).sorted { $0.line < $1.line }
        self.init(
            Array(faults.prefix(FaultList.most)), total: (file?.faults.count ?? 0) + repeated.total, rowsRead: rowsRead)
    }

    private init(_ faults: [Fault], total: Int, rowsRead: Int) {
        let shown = faults.map { fault in
            FileFault(
                line: fault.line, column: fault.column, value: fault.value, code: fault.code.rawValue,
                message: fault.message)
        }
        self.init(.unprocessableContent, "file_refused", faults: .file(shown, total: total, rowsRead: rowsRead))
    }
}
