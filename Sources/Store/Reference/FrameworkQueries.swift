internal import LibPQ
internal import Measurement
internal import Planning

/// Reads a framework whole: head, categories, dimensions and indicators.
struct FrameworkQueries {
    let id: Framework.ID

    private var code: String { id.code }
    private var version: Int32 { Int32(clamping: id.version) }

    var heads: Query<[Head]> {
        let statement: Statement = """
            select code, version, title, status, provenance, aggregation, weak_below, rounding_digits
            from selaras.framework
            where code = \(code) and version = \(version)
            """
        return statement.rows { row in
            Head(
                id: Framework.ID(code: try row.next(), version: try row.count()), title: try row.next(),
                status: try row.word(), provenance: try row.next(), aggregation: try row.word(),
                weakBelow: try row.count(), roundingDigits: try row.small())
        }
    }

    var categories: Query<[Framework.ID: [Framework.Category]]> {
        let statement: Statement = """
            select framework_code, framework_version, code, name_id, from_value from selaras.framework_category
            where framework_code = \(code) and framework_version = \(version)
            order by from_value
            """
        return statement.reduce(into: [:]) { found, row in
            let id = Framework.ID(code: try row.next(), version: try row.count())
            found[id, default: []].append(
                Framework.Category(code: try row.next(), nameID: try row.next(), from: try row.count()))
        }
    }

    var dimensions: Query<[Framework.ID: [Framework.Dimension]]> {
        let statement: Statement = """
            select framework_code, framework_version, code, name_id, name_en from selaras.framework_dimension
            where framework_code = \(code) and framework_version = \(version)
            order by position
            """
        return statement.reduce(into: [:]) { found, row in
            let id = Framework.ID(code: try row.next(), version: try row.count())
            found[id, default: []].append(
                Framework.Dimension(code: try row.next(), nameID: try row.next(), nameEN: try row.next()))
        }
    }

    var indicators: Query<[Framework.ID: [Framework.Indicator]]> {
        let statement: Statement = """
            select framework_code, framework_version, code, dimension_code, name_id, name_en, direction, unit, eligible,
                sensitive, provenance, weight_millionths, maximum, activity_id, activity_en, activity_levels,
                activity_urusan, equivalent_version, equivalent_code
            from selaras.framework_indicator
            where framework_code = \(code) and framework_version = \(version)
            order by position
            """
        return statement.reduce(into: [:]) { found, row in
            let id = Framework.ID(code: try row.next(), version: try row.count())
            found[id, default: []].append(
                Framework.Indicator(
                    code: try row.next(), dimension: try row.next(), nameID: try row.next(), nameEN: try row.next(),
                    direction: try row.word(), unit: try row.word(), eligible: try row.next(),
                    sensitive: try row.next(), provenance: try row.next(),
                    weightMillionths: try row.next(Int32?.self).map(Int.init), maximum: try row.small(),
                    suggestion: try row.suggestion(), equivalent: try row.equivalent()))
        }
    }

    /// Versions of one framework between two others, neither included.
    static func between(_ one: Framework.ID, _ other: Framework.ID) -> Query<[Framework.ID]> {
        let (first, last) = (min(one.version, other.version), max(one.version, other.version))
        let statement: Statement = """
            select code, version from selaras.framework
            where code = \(one.code) and code = \(other.code)
                and version > \(Int32(clamping: first)) and version < \(Int32(clamping: last))
            order by version
            """
        return statement.rows { row in Framework.ID(code: try row.next(), version: try row.count()) }
    }

    struct Head {
        let id: Framework.ID
        let title: String
        let status: Framework.Status
        let provenance: String
        let aggregation: Framework.Aggregation
        let weakBelow: Int
        let roundingDigits: Int

        func framework(
            _ categories: [Framework.ID: [Framework.Category]], _ dimensions: [Framework.ID: [Framework.Dimension]],
            _ indicators: [Framework.ID: [Framework.Indicator]]
        ) -> Framework {
            Framework(
                id: id, title: title, status: status, provenance: provenance, aggregation: aggregation,
                weakBelow: weakBelow, roundingDigits: roundingDigits, categories: categories[id] ?? [],
                dimensions: dimensions[id] ?? [], indicators: indicators[id] ?? [])
        }
    }
}

extension FrameworkQueries {
    static let list = ListSource<FrameworkField, FrameworkSummary>(
        resource: .framework, rows: "framework f", alias: "f",
        columns: """
            f.code, f.version, f.title, f.status, f.aggregation, f.weak_below, f.rounding_digits,
            (select count(*) from framework_indicator x
                where x.framework_code = f.code and x.framework_version = f.version),
            (select count(*) from framework_dimension x
                where x.framework_code = f.code and x.framework_version = f.version)
            """,
        joins: "", fields: { .column("f.\($0.rawValue)") },
        decode: { row in
            FrameworkSummary(
                id: Framework.ID(code: try row.next(), version: try row.count()), title: try row.next(),
                status: try row.word(), aggregation: try row.word(), weakBelow: try row.count(),
                roundingDigits: try row.small(), indicators: try row.next(), dimensions: try row.next())
        })
}

extension Row {
    fileprivate mutating func suggestion() throws -> Framework.Suggestion? {
        let (activityID, activityEN) = (try next(String?.self), try next(String?.self))
        let (levels, urusan) = (try next([String]?.self), try next([String]?.self))
        guard let activityID, let activityEN, let levels, let urusan else { return nil }
        return Framework.Suggestion(
            activityID: activityID, activityEN: activityEN, levels: try levels.map { try Self.word($0) },
            urusan: urusan)
    }

    fileprivate mutating func equivalent() throws -> Framework.Equivalent? {
        let (version, code) = (try next(Int32?.self), try next(String?.self))
        guard let version, let code else { return nil }
        return Framework.Equivalent(version: Int(version), code: code)
    }
}
