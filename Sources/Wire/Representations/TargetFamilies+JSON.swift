internal import Measurement
package import Planning

extension TargetFamilies: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.lokus(round.lokusID, round.place)
            json.member("round") { json in
                json.member("id", round.id)
                json.member("purpose", round.purpose)
                json.member("closed_at", round.closedAt)
            }
            json.member("indicator") { json in
                json.member("code", indicator.code)
                json.member("name", indicator.nameID)
                json.member("unit", indicator.unit)
            }
            json.member("families_asked", asked)
            json.member("families_lacking", lacking.count)
            json.member("families_good", good)
            json.member("families_not_applicable", notApplicable)
            json.member("families_unanswered", unanswered)
            json.member("families_unknown", unknown.count)
            json.member("neighbourhoods", each: neighbourhoods) { json, neighbourhood in
                json.object { json in
                    json.member("rt", neighbourhood.rt)
                    json.member("families_asked", neighbourhood.asked)
                    json.member("families_lacking", neighbourhood.lacking)
                }
            }
            json.member("items", each: lacking) { json, family in
                json.object { json in
                    json.member("family_id", family.familyID)
                    json.member("rt", family.rt)
                    json.member("good", family.good)
                    json.member("eligible", family.eligible)
                }
            }
            json.member("unknown_family_ids", unknown)
        }
    }
}
