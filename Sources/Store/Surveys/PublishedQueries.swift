internal import LibPQ
internal import Measurement
internal import Planning

internal import struct FoundationEssentials.UUID

/// How announced figures are read; `p` is the figure.
enum PublishedQueries {
    private static let columns =
        "p.level, p.position, p.value::text, p.good, p.eligible, p.source, p.published_on, p.updated_at"
    private static let order = "array_position(array['index', 'dimension', 'indicator'], p.level), p.position"

    static func one(_ id: SurveyRound.ID) -> Query<PublishedResult> {
        let statement: Statement = """
            select \(unescaped: columns) from published_figure p where p.round_id = \(id.uuid)
            order by \(unescaped: order)
            """
        return statement.rows(figure).map { PublishedResult($0) }
    }

    /// Of several rounds, by round.
    static func of(_ rounds: [SurveyRound.ID]) -> Query<[SurveyRound.ID: [PublishedFigure]]> {
        let statement: Statement = """
            select p.round_id, \(unescaped: columns) from published_figure p where p.round_id = any (\(rounds.map(\.uuid)))
            order by p.round_id, \(unescaped: order)
            """
        return statement.reduce(into: [:]) { found, row in
            let round: SurveyRound.ID = try row.id()
            found[round, default: []].append(try figure(&row))
        }
    }

    private static let figure: @Sendable (inout Row) throws -> PublishedFigure = { row in
        let (level, position) = (try row.next(String.self), try row.small())
        let value = try row.shown()
        let (good, eligible): (Int32?, Int32?) = (try row.next(), try row.next())
        var totals: AnnouncedFigure.Totals?
        if let good, let eligible { totals = AnnouncedFigure.Totals(good: Int(good), eligible: Int(eligible)) }
        guard let subject = PublishedFigure.Subject(level: level, position: position),
            let figure = AnnouncedFigure(value: value, totals: totals)
        else { throw UnexpectedContent(what: "figure", found: level) }
        return PublishedFigure(
            subject: subject, figure: figure, source: try row.next(), publishedOn: try row.optionalDay(),
            updatedAt: try row.moment())
    }

    static func receipts(_ id: ResultReceipt.ID) -> Query<[ResultReceipt]> {
        let statement: Statement = """
            select i.file_name, i.file_sha256, i.rows_read, i.rows_added, i.rows_changed, i.rows_same, i.rows_ignored,
                i.rounds_made, i.imported_at,
                array(select r.id from \(unescaped: rounds)), array(select l.desa_code from \(unescaped: rounds)),
                array(select l.year from \(unescaped: rounds)), array(select r.purpose from \(unescaped: rounds)),
                array(select r.basis from \(unescaped: rounds))
            from result_import i where i.id = \(id.uuid) order by i.kabupaten_code
            """
        return statement.rows { row in try receipt(&row, id) }
    }

    private static let rounds = """
        survey_round r join lokus l on l.kabupaten_code = r.kabupaten_code and l.id = r.lokus_id
        where r.kabupaten_code = i.kabupaten_code and r.id = any (i.rounds) order by l.desa_code, l.year, r.id
        """

    private static func receipt(_ row: inout Row, _ id: ResultReceipt.ID) throws -> ResultReceipt {
        let (name, hash): (String, [UInt8]) = (try row.next(), try row.next())
        let (read, added, changed) = (try row.count(), try row.count(), try row.count())
        let (same, ignored, made) = (try row.count(), try row.count(), try row.count())
        let moment = try row.moment()
        let (ids, codes): ([UUID], [String]) = (try row.next(), try row.next())
        let years: [Int32] = try row.next()
        let (purposes, bases): ([String], [String]) = (try row.next(), try row.next())
        return ResultReceipt(
            id: id, isDryRun: false, fileName: name, fileSHA256: hash, rowsRead: read, added: added, changed: changed,
            same: same, ignored: ignored, roundsMade: made,
            rounds: try ids.indices.map { index in
                ResultReceipt.Round(
                    id: SurveyRound.ID(ids[index]), desaCode: codes[index], year: Int(years[index]),
                    purpose: try Row.word(purposes[index]), basis: try Row.word(bases[index]))
            }, importedAt: moment)
    }
}

extension PublishedFigure.Subject {
    fileprivate init?(level: String, position: Int) {
        switch level {
        case "index": self = .index
        case "dimension": self = .dimension(position)
        case "indicator": self = .indicator(position)
        default: return nil
        }
    }

    var position: Int {
        switch self {
        case .index: 0
        case .dimension(let position), .indicator(let position): position
        }
    }
}
