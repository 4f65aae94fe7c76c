internal import Measurement
package import Planning

extension Counterparts: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.lokus(lokusID, place)
            json.member("framework_code", framework.id.code)
            json.member("framework_version", framework.id.version)
            json.member("before", before)
            json.member("after", after)
            json.member("villages", villages)
            json.member("widest_start", Contrast.widestStart)
            json.member("confidence_percent", 95)
            json.member("indicators", each: items) { json, item in
                let indicator = framework.indicators[item.position]
                json.object { json in
                    json.member("code", indicator.code)
                    json.member("name", indicator.nameID)
                    json.member("before", item.before)
                    json.member("after", item.after)
                    json.member("change", item.contrast?.treated)
                    json.member("counterparts", item.contrast?.otherCount)
                    json.member("mean_change_of_counterparts", item.contrast?.others)
                    json.member("difference", item.contrast?.difference.change)
                    json.members(of: item.contrast?.difference ?? .unknown)
                }
            }
        }
    }
}
