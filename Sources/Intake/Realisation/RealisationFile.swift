package import Planning

/// A file of realisation as agencies have it already: the monthly report RFK that they type, or an export of SIPD.
///
/// Nobody made it for us: there are titles above the headings, headings over several lines, rows of programmes and
/// activities, and totals. Rows of sub-activities are read; every other row is told with what it is.
package struct RealisationFile: Sendable {
    package private(set) var rows: [RealisationRow] = []
    package private(set) var passed: [PassedRealisationRow] = []
    /// What the last total says, where there is one.
    package private(set) var totalIDR: Int?
    /// Budget years and months that the titles above the headings name.
    package private(set) var years: Set<Int> = []
    package private(set) var months: Set<Int> = []
    /// As the file has them: of the code, the realisation, and what else is read.
    package var headings: [String] {
        [columns.code, columns.spent, columns.physical, columns.quantity, columns.place, columns.ceiling].compactMap {
            $0.map { columns.headings[$0] }
        }
    }
    private let columns: RealisationColumns

    /// - Throws: What is wrong with the file as a whole.
    package init(_ bytes: [UInt8]) throws(FaultList) {
        let found = try Self.beginning(of: bytes)
        columns = found.columns
        for line in found.titles { note(line) }
        do throws(Fault) {
            var reader = RecordReader(bytes[found.start...], line: found.line)
            for _ in 0..<columns.depth { _ = try reader.next() }
            while let record = try reader.next() { take(record) }
        } catch {
            throw FaultList(error)
        }
        guard !rows.isEmpty || passed.contains(where: { $0.kind == .unreadable }) else {
            throw FaultList(Fault(line: found.line, code: .noRows))
        }
    }

    /// Sub-activities of which something cannot be read.
    package var unreadable: Set<SubActivityCode> { Set(passed.compactMap(\.code)) }

    /// How many rows there are below the headings; blank ones are none.
    package var rowsRead: Int { rows.count + passed.count }

    // MARK: The headings

    private struct Beginning {
        let columns: RealisationColumns
        let start: Int
        let line: Int
        let titles: [String]
    }

    /// Looks for the headings in the first lines. Each is tried as if the file began there, as titles above it have
    /// other separators or none.
    private static func beginning(of bytes: [UInt8]) throws(FaultList) -> Beginning {
        var (start, line) = (0, 1)
        var titles: [String] = []
        var nearest: FaultList?
        while line <= mostTitles, start < bytes.count {
            do throws(Fault) {
                // A heading is short; what follows it is not read here.
                var reader = RecordReader(bytes[start..<min(start + mostOfHeadings, bytes.count)], line: line)
                var lines: [[String]] = []
                for _ in 0..<3 { if let record = try reader.next() { lines.append(record.texts) } }
                if let first = lines.first, first.count(where: { !$0.isEmpty }) > 1 {
                    do throws(FaultList) {
                        let columns = try RealisationColumns(lines, line: line)
                        return Beginning(columns: columns, start: start, line: line, titles: titles)
                    } catch {
                        // That with the fewest faults is what the office means.
                        if nearest.map({ error.count < $0.count }) ?? true { nearest = error }
                    }
                }
            } catch {
                // Of the whole file, wherever it begins.
                if line == 1 || error.code == .notUTF8 { throw FaultList(error) }
            }
            let end = bytes[start...].firstIndex(of: ASCII.lineFeed) ?? bytes.endIndex
            titles.append(String(decoding: bytes[start..<end], as: UTF8.self))
            (start, line) = (min(end + 1, bytes.count), line + 1)
        }
        throw nearest ?? FaultList(Fault(line: 1, code: .emptyFile))
    }

    private static let mostTitles = 40
    private static let mostOfHeadings = 1 << 16

    /// What the titles say of the time: "TAHUN ANGGARAN 2025", "s.d. Bulan September".
    private mutating func note(_ title: String) {
        let words = NameWords(title).all
        guard words.contains(where: { Self.ofTime.contains($0) }) else { return }
        years.formUnion(words.compactMap(Int.init).filter { (2015...2100).contains($0) })
        months.formUnion(words.compactMap { Self.monthNames.firstIndex(of: $0).map { $0 + 1 } })
    }

    private static let ofTime: Set = ["tahun", "ta", "bulan", "periode", "triwulan", "tw", "sampai", "sd", "keadaan"]
    static let monthNames = [
        "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
        "desember",
    ]

    // MARK: The rows

    private mutating func take(_ record: RealisationRecord) {
        let texts = record.texts
        guard texts.contains(where: { !$0.isEmpty }) else { return }
        func text(_ column: Int?) -> String { column.map { $0 < texts.count ? texts[$0] : "" } ?? "" }
        let written = text(columns.code).split(separator: " ").first.map(String.init) ?? ""
        guard let code = SubActivityCode(written) else { return pass(record, code: written) }
        var cells = RealisationCells(record: record, columns: columns)
        let (ceiling, spent) = (cells.rupiah(columns.ceiling), cells.rupiah(columns.spent))
        let (physical, quantity) = (cells.percent(columns.physical), cells.hundredths(columns.quantity))
        let year = cells.year(columns.year)
        let inCell = text(columns.code).dropFirst(written.count).drop { $0 == " " || $0 == "-" }
        let title = columns.title.map { text($0) } ?? String(inCell)
        if let fault = cells.fault {
            passed.append(
                PassedRealisationRow(line: record.line, kind: .unreadable, text: title, code: code, fault: fault))
            return
        }
        rows.append(
            RealisationRow(
                line: record.line, code: code, title: Self.shown(title), place: Self.shown(text(columns.place)),
                source: text(columns.source),
                agency: text(columns.agency), account: text(columns.account), budgetYear: year, ceilingIDR: ceiling,
                spentIDR: spent, physicalHundredths: physical, quantityHundredths: quantity,
                content: texts.indices.filter { !columns.rowNumbers.contains($0) }.map { texts[$0] }
                    .joined(separator: "\u{1F}")))
    }

    private static func shown(_ text: String) -> String { ShownText.of(Array(text.utf8)[...]) }

    /// A row of something else than a sub-activity.
    private mutating func pass(_ record: RealisationRecord, code: String) {
        let texts = record.texts
        let text = texts.first { cell in cell.contains { $0.isLetter } } ?? texts.first { !$0.isEmpty } ?? ""
        let first = texts.lazy.map { NameWords($0).all }.first { $0.first.map { Int($0) == nil } ?? false } ?? []
        var kind = PassedRealisationRow.Kind.other
        if first.prefix(2).contains(where: { ["jumlah", "total", "subtotal", "rata"].contains($0) }) {
            kind = .total
            if let amount = record.money(columns.spent) { totalIDR = amount }
        } else if texts.allSatisfy({ $0.isEmpty || Self.isColumnNumber($0) }) {
            kind = .numbering
        } else {
            let parts = code.split(separator: ".", omittingEmptySubsequences: false)
            let isCode = parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isNumber || $0 == "X" || $0 == "x" }
            }
            if isCode && parts.count > 1 && parts[1].count == 1 {
                kind = .detail
            } else if isCode && !parts.isEmpty {
                kind = parts.count <= 3 ? .programme : parts.count <= 5 ? .activity : .other
            }
        }
        passed.append(
            PassedRealisationRow(line: record.line, kind: kind, text: Self.shown(text), code: nil, fault: nil))
    }

    /// `3`, `(3)` or `7=6/5`.
    private static func isColumnNumber(_ text: String) -> Bool {
        text.count <= 12 && text.first.map { $0.isNumber || $0 == "(" } == true
            && text.allSatisfy { $0.isNumber || "()=/:+-x*% ".contains($0) }
    }
}

extension FaultList: Error {
    fileprivate init(_ fault: Fault) {
        self.init()
        add(fault)
    }
}
