internal import Wire

/// A comparison as rows for machines: the index, the dimensions and the indicators, all with the same columns.
enum ComparisonRows {
    static func all(_ value: JSONValue) -> [JSONValue] {
        let indicators = value["indicators"].items.map { $0.adding(["level": "indicator"]) }
        let dimensions = value["dimensions"].items.map { row in
            row.adding(["level": "dimension", "before": ["value": row["before"]], "after": ["value": row["after"]]])
        }
        // All values, changes, limits and standard errors are points of 0 to 100.
        return ([index(value).adding(["level": "index"])] + dimensions + indicators).map {
            $0.adding(["method": value["method"]["kind"], "value_unit": "points"])
        }
    }

    private static func index(_ value: JSONValue) -> JSONValue {
        [
            "code": "IKK", "before": side(value["before"]), "after": side(value["after"]),
            "change": value["ikk_change"], "interval": value["ikk_interval"],
            "standard_error": value["ikk_standard_error"], "p": value["ikk_p"], "absence": value["ikk_absence"],
            "target": value["target_ikk"], "target_reached": value["target_ikk_reached"],
        ]
    }

    private static func side(_ round: JSONValue) -> JSONValue {
        [
            "value": round["ikk"], "interval": round["ikk_interval"], "standard_error": round["ikk_standard_error"],
        ]
    }
}

extension JSONValue {
    /// The object with further members.
    func adding(_ further: JSONValue) -> JSONValue {
        guard case .object(var object) = self, case .object(let members) = further else { return self }
        for member in members.members { object[member.name] = member.value }
        return .object(object)
    }
}
