internal import Phrasing

/// One file of a folder of configuration, read whole: such files are small, and other files are judged by them.
struct ConfigTable<Row> {
    let file: String
    let rows: [Row]
    /// Whether every row was taken; what names a row that was refused would look like a fault of its own.
    let isComplete: Bool

    init(_ file: String, _ bytes: [UInt8], _ reader: TableReader<Row>, _ faults: inout [ConfigFault]) {
        self.file = file
        var reader = reader
        var rows: [Row] = []
        reader.read(bytes.span) { rows.append($0) }
        reader.finish { rows.append($0) }
        self.rows = rows
        isComplete = reader.faults.isEmpty
        faults += reader.faults.kept.map { ConfigFault(file, $0) }
        let more = reader.faults.count - reader.faults.kept.count
        if more > 0 {
            faults.append(
                ConfigFault(file, Wording(id: "masih ada \(more) kesalahan lain", en: "there are \(more) more faults")))
        }
    }

    /// A fault for every row whose key stands on an earlier row.
    func refuseRepeated<Key: Hashable>(
        column: String, _ faults: inout [ConfigFault], line: (Row) -> Int, shown: (Row) -> String, key: (Row) -> Key
    ) {
        var first: [Key: Int] = [:]
        for row in rows {
            if let earlier = first.updateValue(line(row), forKey: key(row)) {
                first[key(row)] = earlier
                faults.append(
                    ConfigFault(
                        file, line: line(row), column: column, value: shown(row),
                        Wording(id: "sudah ada pada baris \(earlier)", en: "is on line \(earlier) already")))
            }
        }
    }
}
