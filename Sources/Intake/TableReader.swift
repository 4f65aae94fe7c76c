/// Reads a file with a header line and a row a line, in chunks as they arrive, and finds all faults in one pass.
///
/// A row with a fault is counted and left out. A fault of the header or of the encoding stops the reading, since
/// nothing after it can be judged. Memory does not grow with the file: good rows are handed over at once.
package struct TableReader<Row>: Sendable {
    /// Rows after the header, good and refused ones.
    package private(set) var rows = 0
    /// Rows with at least one fault.
    package private(set) var refused = 0
    /// Whether further bytes would not be looked at: after a fault that ends the reading, and after `finish`.
    package private(set) var isStopped = false
    private var csv = CSVReader()
    private var cells = Cells()
    private var hasHeader = false
    /// Set where the file has another layout than the columns.
    var mapping: MappedTable?
    let columns: [TableColumn]
    private let build: @Sendable (inout Cells) -> Row?

    /// - Parameters:
    ///   - columns: All columns that the file may have; any other is a fault.
    ///   - build: Makes a row of its cells; what it returns counts only where it found no fault in any cell.
    package init(columns: [TableColumn], build: @escaping @Sendable (inout Cells) -> Row?) {
        self.columns = columns
        self.build = build
    }

    package var faults: FaultList { cells.faults }

    package mutating func read(_ chunk: Span<UInt8>, emit: (Row) -> Void) {
        guard !isStopped else { return }
        var position = 0
        do throws(Fault) {
            while !isStopped {
                guard try csv.next(in: chunk, from: &position) else { return }
                try takeRecord(emit)
            }
        } catch {
            stop(error)
        }
    }

    /// To be called once, after the last chunk.
    package mutating func finish(emit: (Row) -> Void) {
        guard !isStopped else { return }
        do throws(Fault) {
            while !isStopped {
                guard try csv.finish() else { break }
                try takeRecord(emit)
            }
            if !isStopped, let families = mapping?.finish(&cells.faults) {
                for family in families { takeMapped(family, emit) }
            }
        } catch {
            stop(error)
        }
        if !isStopped && !hasHeader { stop(Fault(line: 1, code: .emptyFile)) }
        if !isStopped && rows == 0 { stop(Fault(line: 1, code: .noRows)) }
        isStopped = true
    }

    private mutating func takeRecord(_ emit: (Row) -> Void) throws(Fault) {
        cells.record = csv.record
        // Given back at once: the reader can only reuse a buffer that nobody else holds.
        defer {
            cells.record = CSVRecord()
            cells.origin = nil
        }
        if !hasHeader {
            takeHeader()
        } else if mapping == nil {
            let before = cells.faults.count
            takeRow(isWhole: cells.hasShape(), faultsBefore: before, emit)
        } else if cells.hasShape() {
            for family in try mapping?.take(cells.record, &cells.faults) ?? [] { takeMapped(family, emit) }
        } else {
            rows += 1
            refused += 1
        }
    }

    private mutating func takeHeader() {
        let faultsBefore = cells.faults.count
        if cells.record.flaw != nil { _ = cells.hasShape() }
        let header =
            mapping == nil
            ? TableHeader(cells.record, columns: columns, faults: &cells.faults)
            : mapping?.header(cells.record, &cells.faults)
        if let header, cells.faults.count == faultsBefore {
            cells.header = header
            hasHeader = true
        } else {
            isStopped = true
        }
    }

    private mutating func takeMapped(_ family: GatheredRow, _ emit: (Row) -> Void) {
        let faultsBefore = cells.faults.count
        let isWhole = mapping?.arrange(family, &cells) ?? false
        takeRow(isWhole: isWhole, faultsBefore: faultsBefore, emit)
    }

    private mutating func takeRow(isWhole: Bool, faultsBefore: Int, _ emit: (Row) -> Void) {
        rows += 1
        if isWhole, let row = build(&cells), cells.faults.count == faultsBefore {
            emit(row)
        } else {
            refused += 1
        }
    }

    private mutating func stop(_ fault: Fault) {
        cells.faults.add(fault)
        isStopped = true
    }
}
