internal import Measurement
package import Planning

extension WeakIndicators: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("lokus") { json in
                json.member("id", round.lokusID)
                json.member("desa_code", round.place.desaCode)
                json.member("desa_name", round.place.desaName)
                json.member("year", round.place.year)
            }
            json.member("round") { json in
                json.member("id", round.id)
                json.member("purpose", round.purpose)
                json.member("basis", round.basis)
                json.member("design", round.knownDesign)
                json.member("families_counted", round.result?.families?.counted)
                json.member("families_represented", round.result?.familiesRepresented)
                json.member("indicators_used", round.result?.indicatorsUsed)
                json.member("ikk", round.result?.ikk)
                json.member("ikk_interval", scored.description?.ikk.interval)
                json.member("ikk_absence", scored.description?.ikk.absence)
                json.member("category", round.result?.category)
                json.member("closed_at", round.closedAt)
            }
            json.member("weak_below", weakBelow)
            json.member("items", each: items) { json, item in item.write(to: &json, basis: round.basis) }
        }
    }
}

extension AgencyName: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("short_name", shortName)
        }
    }
}

extension WeakIndicators.Item {
    fileprivate func write(to json: inout JSONWriter, basis: SurveyRound.Basis) {
        let tally = ShownTally(tally: score.tally, basis: basis)
        json.object { json in
            json.member("code", indicator.code)
            json.member("name", indicator.nameID)
            json.member("dimension", indicator.dimension)
            json.member("unit", indicator.unit)
            json.member("maximum", indicator.maximum)
            json.member("value", score.score?.shown)
            json.member("good", tally.good)
            json.member("eligible", tally.eligible)
            json.member("needed_to_reach_threshold", tally.hasUnits ? score.neededToReachThreshold : nil)
            json.members(of: described)
            json.member("suggestion", indicator.suggestion)
            json.member("duties", duties)
            json.member("catalogue", each: catalogue) { json, item in
                json.object { json in
                    json.member("code", item.code)
                    json.member("title", item.title)
                    json.member("agencies", item.agencies)
                }
            }
            json.member("planned", each: planned) { json, intervention in
                json.object { json in
                    json.member("id", intervention.id)
                    json.member("reference", intervention.reference)
                    json.member("title", intervention.title)
                    json.member("agency_code", intervention.agency.code)
                    json.member("agency_name", intervention.agency.shortName)
                    json.member("state", intervention.state)
                    json.member("target_quantity", intervention.targetQuantity)
                    json.member("unit", intervention.unit)
                }
            }
        }
    }
}
