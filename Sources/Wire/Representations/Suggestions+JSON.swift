internal import Measurement
package import Planning

extension Suggestions: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.lokus(round.lokusID, round.place)
            json.member("framework_code", scored.scheme.framework.id.code)
            json.member("framework_version", scored.scheme.framework.id.version)
            json.member("purpose", round.purpose)
            json.member("weak_below", scored.scheme.framework.weakBelow)
            json.member("villages", villages)
            json.member("confidence_percent", 95)
            json.member("indicators", each: items) { json, item in item.write(to: &json, basis: round.basis) }
        }
    }
}

extension Suggestions.Item {
    fileprivate func write(to json: inout JSONWriter, basis: SurveyRound.Basis) {
        let tally = ShownTally(tally: weak.score.tally, basis: basis)
        json.object { json in
            json.member("code", weak.indicator.code)
            json.member("name", weak.indicator.nameID)
            json.member("unit", weak.indicator.unit)
            json.member("value", weak.score.score?.shown)
            json.member("needed_to_reach_threshold", tally.hasUnits ? weak.score.neededToReachThreshold : nil)
            json.member("gain", gain)
            json.member("duties", weak.duties)
            json.member("planned", weak.planned.map(\.reference))
            json.member("villages", villages)
            json.member("without_intervention") { json in json.members(of: withoutAny) }
            json.member("options", each: options) { json, option in
                json.object { json in
                    json.member("catalogue_code", option.item.code)
                    json.member("title", option.item.title)
                    json.member("unit", option.item.unit)
                    json.member("agencies", option.item.agencies)
                    json.member("planned", option.isPlanned)
                    json.members(of: option.elsewhere)
                }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of group: Credibility.Group) {
        member("villages", group.count)
        member("mean_change", group.mean)
        member("expected_change", group.expected)
        member("interval", group.interval)
    }
}
