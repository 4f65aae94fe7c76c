internal import Measurement
package import Planning

extension ScoredRound: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        round.write(to: &json, scored: self)
    }
}

/// As a list shows it: without imports, and of the result only what needs no framework.
extension SurveyRound: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        write(to: &json, scored: nil)
    }

    /// Without families nothing is known of how they were chosen.
    var knownDesign: Design? { basis == .families ? design : nil }

    fileprivate func write(to json: inout JSONWriter, scored: ScoredRound?) {
        json.object { json in
            json.member("id", id)
            json.member("lokus_id", lokusID)
            json.members(of: place)
            json.member("framework_code", framework.code)
            json.member("framework_version", framework.version)
            json.member("purpose", purpose)
            json.member("basis", basis)
            json.member("design", knownDesign)
            json.member("families_in_village", familiesInVillage)
            json.member("panel_of", panelOf)
            json.member("surveyed_from", surveyedFrom)
            json.member("surveyed_until", surveyedUntil)
            json.member("state", state)
            json.member("closed_at", closedAt)
            json.member("imports", each: imports) { json, receipt in receipt.writeShort(to: &json) }
            json.member("result", result.map { ResultRepresentation(result: $0, basis: basis, scored: scored) })
            if let scored { json.published(scored.published, by: scored.scheme.framework) }
            json.members(of: stamp)
            if let may { json.member("may", may) }
        }
    }
}

private struct ResultRepresentation: JSONRepresentable {
    let result: SurveyRound.Result
    let basis: SurveyRound.Basis
    /// Nil in a list.
    let scored: ScoredRound?

    func write(to json: inout JSONWriter) {
        let (scheme, framework) = (scored?.scheme, scored?.scheme.framework)
        json.object { json in
            json.member("families_listed", result.families?.listed)
            json.member("families_counted", result.families?.counted)
            json.member("families_represented", result.familiesRepresented)
            json.member("by_status", result.families)
            json.member("indicators_used", result.indicatorsUsed)
            json.member("indicators_total", framework?.indicators.count)
            json.member("weak_count", result.weakCount)
            json.member("weak_below", framework?.weakBelow)
            json.member("ikk", result.ikk)
            json.member("ikk_interval", scored?.description?.ikk.interval)
            json.member("ikk_standard_error", scored?.description?.ikk.standardError)
            json.member("ikk_relative_standard_error_percent", scored?.description?.ikk.relativeError?.percent)
            json.member("ikk_relative_standard_error_class", scored?.description?.ikk.relativeError?.class)
            json.member("ikk_absence", scored?.description?.ikk.absence)
            json.member("category", result.category)
            json.member("category_name", framework?.categories.first { $0.code == result.category }?.nameID)
            json.member("dimensions", framework.map(dimensions))
            json.member("indicators", scheme.map(indicators))
            json.member("weak_indicators", scheme.map { indicators($0).filter(\.isWeak).map(\.indicator.code) })
        }
    }

    private func dimensions(_ framework: Framework) -> [DimensionRepresentation] {
        framework.dimensions.indices.map { position in
            DimensionRepresentation(
                dimension: framework.dimensions[position], value: result.dimensions[position],
                described: scored?.description?.dimensions[position])
        }
    }

    private func indicators(_ scheme: ScoringScheme) -> [TallyRepresentation] {
        scheme.framework.indicators.indices.map { position in
            TallyRepresentation(
                indicator: scheme.framework.indicators[position],
                tally: ShownTally(tally: result.tallies[position], basis: basis), scheme: scheme,
                described: scored?.description?.indicators[position])
        }
    }
}

private struct DimensionRepresentation: JSONRepresentable {
    let dimension: Framework.Dimension
    let value: ShownValue?
    let described: DescribedValue?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", dimension.code)
            json.member("name", dimension.nameID)
            json.member("value", value)
            json.member("interval", described?.interval)
            json.member("standard_error", described?.standardError)
            json.member("relative_standard_error_percent", described?.relativeError?.percent)
            json.member("relative_standard_error_class", described?.relativeError?.class)
            json.member("absence", described?.absence)
        }
    }
}

private struct TallyRepresentation: JSONRepresentable {
    let indicator: Framework.Indicator
    let tally: ShownTally
    let scheme: ScoringScheme
    let described: DescribedIndicator?

    var shown: ShownValue? { tally.tally.shown(digits: scheme.framework.roundingDigits) }
    var isWeak: Bool { shown.map(scheme.isWeak) ?? false }

    func write(to json: inout JSONWriter) {
        let (weakBelow, digits) = (scheme.framework.weakBelow, scheme.framework.roundingDigits)
        json.object { json in
            json.member("code", indicator.code)
            json.member("name", indicator.nameID)
            json.member("dimension", indicator.dimension)
            json.member("unit", indicator.unit)
            json.member("maximum", indicator.maximum)
            json.member("value", shown)
            json.member("good", tally.good)
            json.member("eligible", tally.eligible)
            json.member("families_missing", tally.familiesMissing)
            json.member("families_not_applicable", tally.familiesNotApplicable)
            json.member("weak", shown.map(scheme.isWeak))
            json.member(
                "needed_to_reach_threshold",
                tally.hasUnits ? tally.tally.neededToReachThreshold(weakBelow: weakBelow, digits: digits) : nil)
            json.members(of: described)
        }
    }
}
