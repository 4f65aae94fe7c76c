package import Measurement
package import Planning

extension SamplePlan: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        let wishes = outlook.wishes
        json.object { json in
            json.lokus(round.lokusID, round.place)
            json.member("round") { json in
                json.member("id", round.id)
                json.member("purpose", round.purpose)
                json.member("design", round.design)
                json.member("closed_at", round.closedAt)
                json.member("families_counted", round.result?.families?.counted)
                json.member("families_represented", round.result?.familiesRepresented)
            }
            json.member("wanted") { json in
                json.member("half_width", wishes.halfWidth)
                json.member("change", wishes.change)
                json.member("design_effect", wishes.designEffect)
                json.member("discordance", wishes.discordance)
                json.member("families", outlook.village)
            }
            json.member("confidence_percent", 95)
            json.member("power_percent", 80)
            json.member("comparisons", outlook.comparisons)
            json.member("families_for_any_value", outlook.describingAny)
            json.member("indicators", each: framework.indicators.indices) { json, position in
                json.object { json in members(of: position, &json) }
            }
        }
    }

    private func members(of position: Int, _ json: inout JSONWriter) {
        let (indicator, plan) = (framework.indicators[position], outlook.indicators[position])
        json.member("code", indicator.code)
        json.member("name", indicator.nameID)
        json.member("dimension", indicator.dimension)
        json.member("unit", indicator.unit)
        json.member("value", tallies[position].shown(digits: framework.roundingDigits))
        json.member("families", plan.families)
        json.member("families_in_village", plan.familiesInVillage)
        json.member("detectable_by_panel", plan.panel)
        json.member("detectable_by_independent", plan.independent)
        json.member("families_for_half_width", plan.describing)
        json.member("families_for_change_by_panel", plan.findingByPanel)
        json.member("families_for_change_by_independent", plan.findingByIndependent)
    }
}

extension DetectableChange: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("single", single)
            json.member("among_all", amongAll)
        }
    }
}

extension SampleSize: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("families", families)
            json.member("is_reachable", isReachable)
        }
    }
}
