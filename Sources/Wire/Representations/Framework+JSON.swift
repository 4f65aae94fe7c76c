package import Measurement

/// A framework in one line, as a list shows it.
package struct FrameworkSummary: JSONRepresentable {
    let framework: Framework

    package init(_ framework: Framework) {
        self.framework = framework
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", framework.id.code)
            json.member("version", framework.id.version)
            json.member("title", framework.title)
            json.member("status", framework.status)
            json.member("aggregation", framework.aggregation)
            json.member("weak_below", framework.weakBelow)
            json.member("rounding_digits", framework.roundingDigits)
            json.member("indicators", framework.indicators.count)
            json.member("dimensions", framework.dimensions.count)
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
        }
    }
}
