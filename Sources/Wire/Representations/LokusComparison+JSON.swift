internal import Measurement
package import Planning

extension LokusComparison: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        let contributions = rounds.indicators.compactMap(\.contribution)
        json.object { json in
            json.member("lokus") { json in
                json.member("id", lokusID)
                json.members(of: place)
            }
            json.member("framework_code", framework.id.code)
            json.member("framework_version", framework.id.version)
            json.member("before") { json in json.members(of: before, ikk: rounds.ikk.shownBefore) }
            json.member("after") { json in json.members(of: after, ikk: rounds.ikk.shownAfter) }
            json.member("ikk_change", rounds.ikk.change)
            json.member("contributions_total", contributions.isEmpty ? nil : contributions.reduce(0, +))
            json.member("ikk_common", rounds.ikkCommon)
            json.member("contribution_of_differing_sets", rounds.contributionOfDifferingSets)
            json.member("dimensions", each: zip(framework.dimensions, rounds.dimensions)) { json, pair in
                json.object { json in
                    json.member("code", pair.0.code)
                    json.member("name", pair.0.nameID)
                    json.member("before", pair.1.shownBefore)
                    json.member("after", pair.1.shownAfter)
                    json.member("change", pair.1.change)
                }
            }
            writeIndicators(to: &json)
            json.member("interventions", each: interventions) { json, intervention in
                intervention.writeWithProgress(to: &json)
            }
        }
    }

    private func writeIndicators(to json: inout JSONWriter) {
        let threshold = weakThreshold
        var aims: [String: [String]] = [:]
        for intervention in interventions {
            for code in intervention.indicators { aims[code, default: []].append(intervention.reference) }
        }
        json.member("indicators", each: zip(framework.indicators, rounds.indicators)) { json, pair in
            let (indicator, compared) = pair
            json.object { json in
                json.member("code", indicator.code)
                json.member("name", indicator.nameID)
                json.member("dimension", indicator.dimension)
                json.member("unit", indicator.unit)
                json.member("before") { json in
                    json.members(of: compared.before, shown: compared.shownBefore, threshold: threshold)
                }
                json.member("after") { json in
                    json.members(of: compared.after, shown: compared.shownAfter, threshold: threshold)
                }
                json.member("change", compared.change)
                json.member("transition", compared.transition)
                json.member("contribution", compared.contribution)
                json.member("interventions", aims[indicator.code] ?? [])
            }
        }
    }

    /// `weakBelow` in points as a value that can be compared with shown ones.
    private var weakThreshold: ShownValue? { ShownValue(units: framework.weakBelow, digits: 0) }
}

extension CommonIndex: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("before", before.shown)
            json.member("after", after.shown)
            json.member("change", change)
            json.member("indicators", indicators)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of side: LokusComparison.Side, ikk: ShownValue?) {
        member("round_id", side.roundID)
        member("purpose", side.purpose)
        member("ikk", ikk)
        member("category", side.category)
        member("weak_count", side.weakCount)
        member("families_counted", side.familiesCounted)
        member("families_represented", side.familiesRepresented)
        member("closed_at", side.closedAt)
    }

    fileprivate mutating func members(of tally: IndicatorTally, shown: ShownValue?, threshold: ShownValue?) {
        member("value", shown)
        member("good", tally.good)
        member("eligible", tally.eligible)
        if let shown, let threshold { member("weak", shown < threshold) } else { member("weak", nil as Bool?) }
    }
}

extension PlannedIntervention {
    fileprivate func writeWithProgress(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("reference", reference)
            json.member("title", title)
            json.member("agency_code", agency.code)
            json.member("agency_name", agency.shortName)
            json.member("indicators", indicators)
            json.member("target_quantity", targetQuantity)
            json.member("unit", unit)
            json.member("budget_idr", budget)
            json.member("progress", progress)
        }
    }
}
