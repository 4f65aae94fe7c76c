package import Measurement
package import Planning

extension FrameworkSummary: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", id.code)
            json.member("version", id.version)
            json.member("title", title)
            json.member("status", status)
            json.member("aggregation", aggregation)
            json.member("weak_below", weakBelow)
            json.member("rounding_digits", roundingDigits)
            json.member("indicators", indicators)
            json.member("dimensions", dimensions)
        }
    }
}

extension Framework: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", id.code)
            json.member("version", id.version)
            json.member("title", title)
            json.member("status", status)
            json.member("provenance", provenance)
            json.member("aggregation", aggregation)
            json.member("weak_below", weakBelow)
            json.member("rounding_digits", roundingDigits)
            json.member("categories", categories)
            json.member("dimensions", dimensions)
            json.member("indicators", indicators)
        }
    }
}

extension Framework.Category: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("name", nameID)
            json.member("from", from)
        }
    }
}

extension Framework.Dimension: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("name", nameID)
            json.member("name_en", nameEN)
        }
    }
}

extension Framework.Indicator: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("dimension", dimension)
            json.member("name", nameID)
            json.member("name_en", nameEN)
            json.member("direction", direction)
            json.member("unit", unit)
            json.member("eligible", eligible)
            json.member("sensitive", sensitive)
            json.member("provenance", provenance)
            json.member("maximum", maximum)
            json.member("suggestion", suggestion)
            json.member("equivalent", equivalent)
        }
    }
}

extension Framework.Suggestion: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("activity", activityID)
            json.member("activity_en", activityEN)
            json.member("levels", levels.map(\.rawValue))
            json.member("urusan", urusan)
        }
    }
}

extension Framework.Equivalent: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("version", version)
            json.member("code", code)
        }
    }
}
