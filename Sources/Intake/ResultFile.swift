internal import Measurement
package import Planning

/// Reads a file of announced results, one figure a line: of an indicator, a dimension, or the index.
package typealias ResultFile = TableReader<ResultLine>

package enum ResultColumn {
    package static let desaCode = "desa_code"
    package static let year = "year"
    package static let purpose = "purpose"
    package static let code = "code"
    package static let value = "value"
    package static let good = "good"
    package static let eligible = "eligible"
    static let source = "source"
    static let publishedOn = "published_on"

    static var all: [TableColumn] {
        [desaCode, year, purpose, code].map(TableColumn.required)
            + [value, good, eligible, source, publishedOn].map(TableColumn.optional)
    }
}

extension ResultFile {
    package init() {
        let (line, year) = (CellFormat.line, CellFormat.integer(in: 2015...2100))
        let (desa, purpose) = (CellFormat.desaCode, CellFormat<SurveyRound.Purpose>.purpose)
        let (points, units) = (CellFormat.points, CellFormat.integer(in: 0...IndicatorTally.most))
        self.init(columns: ResultColumn.all) { cells in
            let desa = cells.required(ResultColumn.desaCode, desa)
            let year = cells.required(ResultColumn.year, year)
            let purpose = cells.required(ResultColumn.purpose, purpose)
            let code = cells.required(ResultColumn.code, line)
            let figure = cells.figure(points, units)
            let source = cells.optional(ResultColumn.source, line)
            let published = cells.optional(ResultColumn.publishedOn, .isoDay)
            guard let desa, let year, let purpose, let code, let figure else { return nil }
            return ResultLine(
                line: cells.line, desaCode: desa, year: year, purpose: purpose, code: code, figure: figure,
                source: source, publishedOn: published)
        }
    }
}

extension Cells {
    /// A value, or good and eligible, or all three where they do not contradict each other.
    fileprivate mutating func figure(
        _ points: CellFormat<ShownValue>, _ units: CellFormat<Int>
    ) -> AnnouncedFigure? {
        let faultsBefore = faults.count
        let value = optional(ResultColumn.value, points)
        let good = optional(ResultColumn.good, units)
        let eligible = optional(ResultColumn.eligible, units)
        guard faults.count == faultsBefore else { return nil }
        switch (good, eligible) {
        case (nil, nil):
            if value == nil { refuse(ResultColumn.code, .figureMissing) }
            return AnnouncedFigure(value: value, totals: nil)
        case (let good?, let eligible?):
            guard let totals = AnnouncedFigure.Totals(good: good, eligible: eligible) else {
                refuse(ResultColumn.good, .goodAboveEligible, expected: String(eligible))
                return nil
            }
            guard let figure = AnnouncedFigure(value: value, totals: totals) else {
                refuse(
                    ResultColumn.value, eligible == 0 ? .valueOfNobody : .valueContradictsTotals,
                    expected: "\(good)/\(eligible)")
                return nil
            }
            return figure
        case (nil, _): refuse(ResultColumn.good, .valueMissing)
        case (_, nil): refuse(ResultColumn.eligible, .valueMissing)
        }
        return nil
    }
}

extension CellFormat<String> {
    /// The code of a desa or kelurahan.
    fileprivate static var desaCode: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let code = try CellFormat.regionCode.read(cell)
            guard RegionCode(code)?.depth == 4 else { throw CellRefusal(.badDesaCode) }
            return code
        }
    }
}

extension CellFormat<ShownValue> {
    /// Points of 0 to 100 with up to four decimals, behind a point or a comma: `75.91`, `75,91`, `74.995`.
    ///
    /// Nothing of 0 to 100 has thousands, so that, unlike in quantities, three decimals cannot be mistaken for them.
    fileprivate static var points: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let mark = cell.firstIndex { $0 == ASCII.point || $0 == ASCII.comma } ?? cell.endIndex
            let (whole, decimals) = (cell[..<mark], cell[mark...].dropFirst())
            guard let units = whole.digits, whole.count <= 3, mark == cell.endIndex || 1...4 ~= decimals.count,
                let fraction = decimals.isEmpty ? 0 : decimals.digits
            else { throw CellRefusal(.notPoints) }
            let scale = (0..<decimals.count).reduce(1) { scale, _ in 10 * scale }
            guard let value = ShownValue(units: units * scale + fraction, digits: decimals.count) else {
                throw CellRefusal(.outOfRange, expected: "0–100")
            }
            return value
        }
    }
}

extension CellFormat<SurveyRound.Purpose> {
    /// The API's word, or an office's.
    fileprivate static var purpose: CellFormat {
        choice([
            ("pendataan awal", .baseline), ("pendataan sementara", .midline), ("pendataan ulang", .resurvey),
        ])
    }
}
