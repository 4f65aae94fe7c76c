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

    /// A list within a list is one text: arrays of arrays of different lengths are none. Nothing in it has a semicolon,
    /// which is what divides it in the file, too.
    var indicators: Query<Void> {
        let all = framework.indicators
        let suggestions = all.map(\.suggestion)
        let equivalents = all.map(\.equivalent)
        let statement: Statement = """
            insert into framework_indicator (framework_code, framework_version, position, code, dimension_code, name_id,
                name_en, direction, unit, eligible, sensitive, provenance, weight_millionths, maximum, activity_id,
                activity_en, activity_levels, activity_urusan, equivalent_version, equivalent_code)
            select \(code), \(version), i.position, i.code, i.dimension, i.name_id, i.name_en, i.direction, i.unit,
                i.eligible, i.sensitive, i.provenance, i.weight, i.maximum, i.activity_id, i.activity_en,
                string_to_array(i.levels, ';'), string_to_array(i.urusan, ';'), i.equivalent_version,
                i.equivalent_code
            from unnest(\(all.indices.map { Int16(clamping: $0) }), \(all.map(\.code)), \(all.map(\.dimension)),
                \(all.map(\.nameID)), \(all.map(\.nameEN)), \(all.map(\.direction.rawValue)),
                \(all.map(\.unit.rawValue)), \(all.map(\.eligible)), \(all.map(\.sensitive)),
                \(all.map(\.provenance)), \(all.map { $0.weightMillionths.map { Int32(clamping: $0) } }),
                \(all.map { Int16(clamping: $0.maximum) }), \(suggestions.map { $0?.activityID }),
                \(suggestions.map { $0?.activityEN }),
                \(suggestions.map { $0.map { $0.levels.map(\.rawValue).joined(separator: ";") } }),
                \(suggestions.map { $0.map { $0.urusan.joined(separator: ";") } }),
                \(equivalents.map { $0.map { Int32(clamping: $0.version) } }), \(equivalents.map { $0?.code }))
                i (position, code, dimension, name_id, name_en, direction, unit, eligible, sensitive, provenance, weight,
                    maximum, activity_id, activity_en, levels, urusan, equivalent_version, equivalent_code)
            """
        return statement.void
    }
}

extension Framework {
    /// SHA-256 over all fields in order, each with its length in front: no two contents make the same bytes.
    ///
    /// What an indicator need not have comes with its name and only where it is there: a framework that was stored
    /// before there were such fields keeps its hash.
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
            fields += indicator.optionalFields
        }
        var digest = Digest()
        for field in fields { digest.add(Array("\(field.utf8.count):\(field)".utf8)) }
        return digest.value
    }
}

extension Framework.Indicator {
    fileprivate var optionalFields: [String] {
        var fields: [String] = []
        if isScored { fields += ["maximum", String(maximum)] }
        if let suggestion {
            fields += ["suggestion", suggestion.activityID, suggestion.activityEN, String(suggestion.levels.count)]
            fields += suggestion.levels.map(\.rawValue) + [String(suggestion.urusan.count)] + suggestion.urusan
        }
        if let equivalent { fields += ["equivalent", String(equivalent.version), equivalent.code] }
        return fields
    }
}
