internal import Measurement
package import Planning

extension RoundReconciliation: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        let framework = scheme.framework
        json.object { json in
            json.lokus(round.lokusID, round.place)
            json.member("round") { json in
                json.member("id", round.id)
                json.member("purpose", round.purpose)
                json.member("basis", round.basis)
                json.member("closed_at", round.closedAt)
            }
            json.member("framework_code", framework.id.code)
            json.member("framework_version", framework.id.version)
            json.member("aggregation", framework.aggregation)
            json.member("ikk_published", published.ikk)
            json.member("indicators_unknown", unknownIndicators)
            json.member("indicators", each: framework.indicators.indices.filter { indicators[$0] != nil }) {
                json, position in
                write(
                    indicators[position], framework.indicators[position].code, framework.indicators[position].nameID,
                    to: &json)
            }
            json.member("from_indicators", each: fromIndicators?.candidates ?? []) { json, candidate in
                write(candidate, to: &json)
            }
            json.member("from_dimensions", each: fromDimensions?.candidates ?? []) { json, candidate in
                json.object { json in
                    json.member("aggregation", candidate.aggregation)
                    json.member("reproduces", candidate.isPossible)
                    json.member("ikk_difference", candidate.points)
                }
            }
        }
    }

    private func write(_ candidate: Reconciliation.Candidate, to json: inout JSONWriter) {
        let framework = scheme.framework
        json.object { json in
            json.member("aggregation", candidate.aggregation)
            json.member("reproduces", candidate.reproduces)
            json.member("ikk", candidate.ikk?.ours)
            json.member("ikk_difference", candidate.ikk?.points)
            json.member("ikk_reproduced", candidate.ikk?.isSame)
            json.member("dimensions", each: framework.dimensions.indices) { json, position in
                write(
                    candidate.dimensions[position], framework.dimensions[position].code,
                    framework.dimensions[position].nameID, to: &json)
            }
        }
    }

    private func write(
        _ difference: Reconciliation.Difference?, _ code: String, _ name: String, to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("code", code)
            json.member("name", name)
            json.member("published", difference?.published)
            json.member("value", difference?.ours)
            json.member("difference", difference?.points)
            json.member("reproduced", difference?.isSame)
        }
    }
}
