/// A cell of a survey file as a mapping made it.
struct MappedCell {
    let bytes: [UInt8]
    /// The position among the target's sources of the one that spoilt it; nil where all of them made it.
    let spoiltBy: Int?

    init(_ bytes: [UInt8], spoiltBy: Int? = nil) {
        self.bytes = bytes
        self.spoiltBy = spoiltBy
    }

    static let empty = MappedCell([])
    static let notApplicable = MappedCell(Array("tb".utf8))
}

extension MappedTarget {
    /// - Parameter cells: One a source, without surrounding blanks.
    /// - Throws: Where the cells contradict each other; what a survey file may not hold is passed on for its reader.
    func cell(_ cells: [ArraySlice<UInt8>]) throws(CellRefusal) -> MappedCell {
        if let constant { return MappedCell(constant) }
        switch combination {
        case .single:
            guard let only = cells.first else { return .empty }
            return MappedCell(oriented(dayForm?.day(only) ?? translated(only, 0)))
        case .join:
            guard cells.allSatisfy({ !$0.isEmpty }) else { return .empty }
            return MappedCell(Array(cells.joined(separator: [ASCII.hyphen])))
        case .any: return held(cells, decisive: Answered.yes)
        case .all: return held(cells, decisive: Answered.no)
        case .sum: return summed(cells)
        case .count: return try counted(cells)
        }
    }

    /// What a value means by the list of its column, else by the target's; itself where no list has it.
    private func translated(_ cell: ArraySlice<UInt8>, _ source: Int) -> [UInt8] {
        guard !cell.isEmpty else { return [] }
        return sourceValues[sources[source].name]?.meaning(of: cell) ?? values.meaning(of: cell) ?? Array(cell)
    }

    // MARK: Several columns by yes and no

    private enum Answered {
        case yes, no, notApplicable, missing

        init?(_ cell: [UInt8]) {
            switch ValueList.folded(cell[...]) {
            case []: self = .missing
            case Array("ya".utf8): self = .yes
            case Array("tidak".utf8): self = .no
            case Array("tb".utf8): self = .notApplicable
            default: return nil
            }
        }

        var cell: [UInt8] {
            switch self {
            case .yes: Array("ya".utf8)
            case .no: Array("tidak".utf8)
            case .notApplicable: Array("tb".utf8)
            case .missing: []
            }
        }
    }

    /// One decisive answer decides; otherwise one missing leaves it open.
    private func held(_ cells: [ArraySlice<UInt8>], decisive: Answered) -> MappedCell {
        var seen: Set<Answered> = []
        for (position, cell) in cells.enumerated() {
            let meaning = translated(cell, position)
            guard let answer = Answered(meaning) else { return MappedCell(meaning, spoiltBy: position) }
            seen.insert(answer)
        }
        if seen.contains(decisive) { return MappedCell(oriented(decisive.cell)) }
        if seen.contains(.missing) { return .empty }
        let other = decisive == .yes ? Answered.no : .yes
        return seen.contains(other) ? MappedCell(oriented(other.cell)) : .notApplicable
    }

    // MARK: Sums

    /// Of persons a column each (or counts of them), or of scores; columns left empty are nobody's.
    private func summed(_ cells: [ArraySlice<UInt8>]) -> MappedCell {
        var (holds, units) = (0, 0)
        var (isAnswered, isNotApplicable) = (false, false)
        for (position, cell) in cells.enumerated() {
            let meaning = translated(cell, position)
            switch Answered(meaning) {
            case .missing: continue
            case .notApplicable: isNotApplicable = true
            case .yes: (holds, units, isAnswered) = (holds + 1, units + 1, true)
            case .no: (units, isAnswered) = (units + 1, true)
            case nil:
                guard let part = part(meaning[...]) else { return MappedCell(meaning, spoiltBy: position) }
                (holds, units, isAnswered) = (holds + part.holds, units + part.units, true)
            }
        }
        guard isAnswered else { return isNotApplicable ? .notApplicable : .empty }
        if case .score = kind { return MappedCell(oriented(Array(String(holds).utf8))) }
        return MappedCell(oriented(Self.ratio(holds, units)))
    }

    private func part(_ cell: ArraySlice<UInt8>) -> (holds: Int, units: Int)? {
        if case .score = kind { return cell.digits.map { (min($0, 1 << 20), 0) } }
        let parts = cell.split(separator: ASCII.slash, omittingEmptySubsequences: false)
        guard parts.count == 2, let holds = parts[0].digits, let units = parts[1].digits else { return nil }
        return (min(holds, 1 << 20), min(units, 1 << 20))
    }

    /// The number in the named state out of the number of eligible ones, each in columns of its own.
    private func counted(_ cells: [ArraySlice<UInt8>]) throws(CellRefusal) -> MappedCell {
        var (holds, units): (Int?, Int?) = (nil, nil)
        for (position, cell) in cells.enumerated() {
            let meaning = translated(cell, position)
            if meaning.isEmpty { continue }
            if Answered(meaning) == .notApplicable { return .notApplicable }
            guard let number = meaning[...].digits.map({ min($0, 1 << 20) }) else {
                return MappedCell(meaning, spoiltBy: position)
            }
            if sources[position].role == .good { holds = (holds ?? 0) + number } else { units = (units ?? 0) + number }
        }
        if let units, units == 0, holds ?? 0 == 0 { return .notApplicable }
        guard let holds, let units else {
            if holds == nil && units == nil { return .empty }
            throw CellRefusal(.countHalfGiven)
        }
        return MappedCell(oriented(Self.ratio(holds, units)))
    }

    private static func ratio(_ holds: Int, _ units: Int) -> [UInt8] { Array("\(holds)/\(units)".utf8) }

    // MARK: The other way round

    /// The same answer to a question that is worded the other way round; what is no answer stays as it is.
    private func oriented(_ cell: [UInt8]) -> [UInt8] {
        guard isInverted else { return cell }
        switch Answered(cell) {
        case .yes: return Answered.no.cell
        case .no: return Answered.yes.cell
        case .notApplicable, .missing: return cell
        case nil: break
        }
        if case .score(let most) = kind {
            guard let points = cell[...].digits, points <= most else { return cell }
            return Array(String(most - points).utf8)
        }
        guard let part = part(cell[...]), part.holds <= part.units else { return cell }
        return Self.ratio(part.units - part.holds, part.units)
    }
}

extension MappedTarget.DayForm {
    /// `YYYY-MM-DD`; nil where the cell has not this form, so that it is refused as it was sent.
    func day(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        switch self {
        case .time:
            let first = cell.prefix(10)
            let next = cell.dropFirst(10).first
            return next == nil || next == UInt8(ascii: "T") || next == ASCII.space ? Array(first) : nil
        case .dayFirst, .monthFirst:
            let parts = cell.prefix { $0 != ASCII.space }.split(omittingEmptySubsequences: false) {
                $0 == ASCII.slash || $0 == ASCII.hyphen || $0 == ASCII.point
            }
            guard parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2,
                parts.allSatisfy({ $0.digits != nil })
            else { return nil }
            let (day, month) = self == .dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
            return Array(parts[2]) + [ASCII.hyphen] + padded(month) + [ASCII.hyphen] + padded(day)
        }
    }

    private func padded(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        digits.count == 1 ? [ASCII.zero] + digits : Array(digits)
    }
}
