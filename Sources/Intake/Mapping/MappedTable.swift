/// Applies a mapping to the rows of a table as they are read: finds its columns, gathers what belongs to one family,
/// and makes the cells of a survey file of it.
struct MappedTable: Sendable {
    private let mapping: SurveyMapping
    /// The columns of a survey file, in the order of its reader.
    private let columns: [String]
    private let indicators: Set<String>
    private let statusPosition: Int?
    private var gather: LongGather?
    /// For each column of a survey file, where its sources stand in a row, or among the values that were gathered.
    private var places: [[Int]] = []
    private var names: [String] = []

    init(_ mapping: SurveyMapping, columns: [String], indicators: [String]) {
        self.mapping = mapping
        self.columns = columns
        self.indicators = Set(indicators)
        statusPosition = columns.firstIndex(of: SurveyColumn.status)
    }

    var isLong: Bool { mapping.layout != .wide }

    /// Finds the columns that the mapping names; nil where one is not there, since no row can then be judged.
    mutating func header(_ record: CSVRecord, _ faults: inout FaultList) -> TableHeader? {
        let before = faults.count
        let sent = (0..<record.count).map { String(decoding: record[$0].trimmed, as: UTF8.self) }
        func place(_ name: String) -> Int? {
            let found = sent.indices.filter { sent[$0] == name }
            if found.count > 1 { faults.add(Fault(line: record.line, column: name, code: .doubledColumn)) }
            if found.isEmpty {
                let near = NearName.nearest(to: name, among: sent) ?? ""
                faults.add(
                    Fault(line: record.line, column: name, text: "", code: .sourceMissing, expected: near))
            }
            return found.first
        }
        let targets = columns.map { mapping.targets[$0] }
        let sources = targets.flatMap { $0?.sources ?? [] }
        if isLong {
            let questions = distinct(sources.filter(\.isQuestion).map(\.name))
            let fields = distinct(sources.filter { !$0.isQuestion }.map(\.name))
            let family = mapping.targets[SurveyColumn.familyID]?.sources.map(\.name) ?? []
            let (found, key) = (fields.compactMap(place), family.compactMap(place))
            guard let question = place(mapping.question), let answer = place(mapping.answer), faults.count == before
            else { return nil }
            gather = LongGather(
                fields: found, key: key, question: question, answer: answer, questions: questions, names: sent,
                isSorted: mapping.layout == .sorted)
            names = fields + questions
            places = targets.map { target in
                target?.sources.compactMap { source in
                    (source.isQuestion ? questions : fields).firstIndex(of: source.name).map {
                        source.isQuestion ? fields.count + $0 : $0
                    }
                } ?? []
            }
        } else {
            let found = Dictionary(
                uniqueKeysWithValues: distinct(sources.map(\.name)).compactMap { name in place(name).map { (name, $0) }
                })
            names = sent
            places = targets.map { $0?.sources.compactMap { found[$0.name] } ?? [] }
        }
        guard faults.count == before else { return nil }
        return TableHeader(mapped: columns, sentNames: sent)
    }

    private func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    // MARK: Rows

    /// Takes one row; a family for each one that is complete with it.
    mutating func take(_ record: CSVRecord, _ faults: inout FaultList) throws(Fault) -> [GatheredRow] {
        guard gather != nil else { return [GatheredRow(record)] }
        return try gather?.take(record, &faults) ?? []
    }

    /// After the last row: the families that were still open.
    mutating func finish(_ faults: inout FaultList) -> [GatheredRow] {
        gather?.finish(&faults) ?? []
    }

    /// Puts the cells of a survey file in place of the row; false where they contradict each other.
    func arrange(_ row: GatheredRow, _ cells: inout Cells) -> Bool {
        var record = CSVRecord()
        record.line = row.line
        var origin = RowOrigin(row: row, names: names, places: places)
        cells.origin = origin
        var made = [MappedCell](repeating: .empty, count: columns.count)
        var isWhole = true
        for (position, name) in columns.enumerated() {
            guard let target = mapping.targets[name] else { continue }
            do throws(CellRefusal) {
                made[position] = try target.cell(places[position].map { row[$0].trimmed })
            } catch {
                cells.refuse(at: position, error.code, expected: error.expected)
                isWhole = false
            }
        }
        let status = statusPosition.map { made[$0].bytes } ?? []
        let isRefused = status.count == 1 && (UInt8(ascii: "3")...UInt8(ascii: "5")).contains(status[0])
        for (position, name) in columns.enumerated() {
            if isRefused, indicators.contains(name), let target = mapping.targets[name],
                mapping.dropsWithoutInterview || target.constant != nil
            {
                made[position] = .empty
            }
            if let spoilt = made[position].spoiltBy { origin.places[position] = [places[position][spoilt]] }
            record.bytes += made[position].bytes
            record.ends.append(record.bytes.count)
        }
        cells.origin = origin
        cells.record = record
        return isWhole
    }
}

/// What a mapping reads of one family: a row as sent, or the values gathered from several rows.
struct GatheredRow: Sendable {
    private let record: CSVRecord
    private let values: [[UInt8]]
    private let lines: [Int]
    let line: Int

    init(_ record: CSVRecord) {
        (self.record, values, lines, line) = (record, [], [], record.line)
    }

    init(line: Int, values: [[UInt8]], lines: [Int]) {
        (record, self.values, self.lines, self.line) = (CSVRecord(), values, lines, line)
    }

    subscript(place: Int) -> ArraySlice<UInt8> { lines.isEmpty ? record[place] : values[place][...] }

    /// The line of one value; the row's own where nothing was found.
    func line(of place: Int) -> Int { lines.isEmpty || lines[place] == 0 ? line : lines[place] }
}

/// Where the cells of a mapped row came from, so that its faults name the table that was sent.
struct RowOrigin: Sendable {
    let row: GatheredRow
    let names: [String]
    /// For each column of a survey file.
    var places: [[Int]]

    func fault(at position: Int, _ column: String, _ cell: ArraySlice<UInt8>, _ code: Fault.Code, _ expected: String?)
        -> Fault
    {
        let places = position < places.count ? places[position] : []
        let code = code == .notAnAnswer ? .valueNotMapped : code
        guard !places.isEmpty else {
            return Fault(line: row.line, column: column, value: ShownText.of(cell), code: code, expected: expected)
        }
        let sent = Array(places.map { row[$0] }.joined(separator: Array(" + ".utf8)))
        return Fault(
            line: places.count == 1 ? row.line(of: places[0]) : row.line,
            column: places.map { names[$0] }.joined(separator: " + "), value: ShownText.of(sent[...]), code: code,
            expected: expected)
    }
}
