internal import Measurement
package import Planning

extension LokusComparison: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        let contributions = rounds.indicators.compactMap(\.contribution)
        json.object { json in
            json.lokus(lokusID, place)
            json.member("framework_code", framework.id.code)
            json.member("framework_version", framework.id.version)
            json.member("bridged", bridged)
            json.member("before") { json in
                json.members(of: before, ikk: rounds.ikk.shownBefore, described.before.ikk)
            }
            json.member("after") { json in json.members(of: after, ikk: rounds.ikk.shownAfter, described.after.ikk) }
            json.method(of: pair, change)
            json.member("ikk_change", rounds.ikk.change)
            json.ikkMembers(of: change.ikk)
            json.member("target_ikk", targets.ikk)
            json.member("target_ikk_reached", targets.isIKKReached)
            json.member("targets_left_out", targets.leftOut)
            json.member("contributions_total", contributions.isEmpty ? nil : contributions.reduce(0, +))
            json.member("ikk_common", rounds.ikkCommon)
            json.member("contribution_of_differing_sets", rounds.contributionOfDifferingSets)
            json.member("dimensions", each: framework.dimensions.indices) { json, position in
                let (dimension, compared) = (framework.dimensions[position], rounds.dimensions[position])
                json.object { json in
                    json.member("code", dimension.code)
                    json.member("name", dimension.nameID)
                    json.member("before", compared.shownBefore)
                    json.member("after", compared.shownAfter)
                    json.member("change", compared.change)
                    json.members(of: change.dimensions[position])
                }
            }
            json.member("association") { json in
                json.member("completed", completed)
                json.members(of: contrast)
            }
            writeIndicators(to: &json)
            json.member("interventions", each: interventions) { json, intervention in
                intervention.writeWithProgress(to: &json)
            }
        }
    }

    private func writeIndicators(to json: inout JSONWriter) {
        let threshold = weakThreshold
        var aims: [Int: [String]] = [:]
        for intervention in interventions {
            for position in self.aims(of: intervention) { aims[position, default: []].append(intervention.reference) }
        }
        json.member("indicators", each: framework.indicators.indices) { json, position in
            let (indicator, compared) = (framework.indicators[position], rounds.indicators[position])
            json.object { json in
                json.member("code", indicator.code)
                json.member("name", indicator.nameID)
                json.member("dimension", indicator.dimension)
                json.member("unit", indicator.unit)
                json.member("maximum", indicator.maximum)
                json.member("before") { json in
                    json.members(
                        of: ShownTally(tally: compared.before, basis: before.basis), shown: compared.shownBefore,
                        threshold: threshold)
                    json.members(of: described.before.indicators[position])
                }
                json.member("after") { json in
                    json.members(
                        of: ShownTally(tally: compared.after, basis: after.basis), shown: compared.shownAfter,
                        threshold: threshold)
                    json.members(of: described.after.indicators[position])
                }
                json.member("change", compared.change)
                json.members(of: change.indicators[position])
                json.member("transition", compared.transition)
                json.member("target", targets.indicators[position])
                json.member("target_reached", targets.reached[position])
                json.member("contribution", compared.contribution)
                json.member("interventions", aims[position] ?? [])
            }
        }
    }

    /// `weakBelow` in points as a value that can be compared with shown ones.
    private var weakThreshold: ShownValue? { ShownValue(units: framework.weakBelow, digits: 0) }
}

extension LokusComparison.Bridged: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("before", before)
            json.member("after", after)
        }
    }
}

extension LokusComparison.Bridged.Side: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("framework_version", version)
            json.member("ikk", ikk)
            json.member("category", category)
            json.member("weak_count", weakCount)
            json.member("left_out", leftOut)
        }
    }
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
    fileprivate mutating func members(of side: LokusComparison.Side, ikk: ShownValue?, _ described: DescribedValue) {
        member("round_id", side.roundID)
        member("purpose", side.purpose)
        member("ikk", ikk)
        member("ikk_interval", described.interval)
        member("ikk_standard_error", described.standardError)
        member("basis", side.basis)
        member("category", side.category)
        member("weak_count", side.weakCount)
        member("families_counted", side.familiesCounted)
        member("families_represented", side.familiesRepresented)
        member("closed_at", side.closedAt)
    }

    fileprivate mutating func members(of tally: ShownTally, shown: ShownValue?, threshold: ShownValue?) {
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
            json.member("unverified", unverified)
        }
    }
}
