internal import LibPQ
internal import Measurement

/// Writes one framework, once and for all.
struct FrameworkWriting {
    private let framework: Framework
    /// Of the whole content in a fixed order, so that the same framework has the same hash whatever file it came in.
    let hash: [UInt8]

    init(_ framework: Framework) {
        self.framework = framework
        hash = framework.contentHash
    }

    private var code: String { framework.id.code }
    private var version: Int32 { Int32(clamping: framework.id.version) }

    var presentHash: Query<[UInt8]?> {
        let statement: Statement = "select content_sha256 from framework where code = \(code) and version = \(version)"
        return statement.first { row in try row.next() }
    }

    var head: Query<Void> {
        let statement: Statement = """
            insert into framework (code, version, title, status, provenance, aggregation, weak_below, rounding_digits,
                content_sha256)
            values (\(code), \(version), \(framework.title), \(framework.status.rawValue), \(framework.provenance),
                \(framework.aggregation.rawValue), \(Int32(clamping: framework.weakBelow)),
                \(Int16(clamping: framework.roundingDigits)), \(hash))
            """
        return statement.void
    }

    var categories: Query<Void> {
        let all = framework.categories
        let statement: Statement = """
            insert into framework_category (framework_code, framework_version, code, name_id, from_value)
            select \(code), \(version), *
            from unnest(\(all.map(\.code)), \(all.map(\.nameID)), \(all.map { Int32(clamping: $0.from) }))
            """
        return statement.void
    }

    var dimensions: Query<Void> {
        let all = framework.dimensions
        let statement: Statement = """
            insert into framework_dimension (framework_code, framework_version, position, code, name_id, name_en)
            select \(code), \(version), *
            from unnest(\(all.indices.map { Int16(clamping: $0) }), \(all.map(\.code)), \(all.map(\.nameID)),
                \(all.map(\.nameEN)))
            """
        return statement.void
    }

    var indicators: Query<Void> {
        let all = framework.indicators
        let statement: Statement = """
            insert into framework_indicator (framework_code, framework_version, position, code, dimension_code, name_id,
                name_en, direction, unit, eligible, sensitive, provenance, weight_millionths)
            select \(code), \(version), *
            from unnest(\(all.indices.map { Int16(clamping: $0) }), \(all.map(\.code)), \(all.map(\.dimension)),
                \(all.map(\.nameID)), \(all.map(\.nameEN)), \(all.map(\.direction.rawValue)),
                \(all.map(\.unit.rawValue)), \(all.map(\.eligible)), \(all.map(\.sensitive)),
                \(all.map(\.provenance)), \(all.map { $0.weightMillionths.map { Int32(clamping: $0) } }))
            """
        return statement.void
    }
}

extension Framework {
    /// SHA-256 over all fields in order, each with its length in front: no two contents make the same bytes.
    fileprivate var contentHash: [UInt8] {
        var fields = [
            id.code, String(id.version), title, status.rawValue, provenance, aggregation.rawValue, String(weakBelow),
            String(roundingDigits), String(categories.count), String(dimensions.count), String(indicators.count),
        ]
        for category in categories { fields += [category.code, category.nameID, String(category.from)] }
        for dimension in dimensions { fields += [dimension.code, dimension.nameID, dimension.nameEN] }
        for indicator in indicators {
            fields += [
                indicator.code, indicator.dimension, indicator.nameID, indicator.nameEN, indicator.direction.rawValue,
                indicator.unit.rawValue, indicator.eligible, String(indicator.sensitive), indicator.provenance,
                indicator.weightMillionths.map { String($0) } ?? "",
            ]
        }
        var digest = Digest()
        for field in fields { digest.add(Array("\(field.utf8.count):\(field)".utf8)) }
        return digest.value
    }
}
