/// Writes the text format of Prometheus.
struct MetricText {
    private(set) var text = ""

    mutating func family(_ metric: Metric) {
        let kind =
            switch metric.kind {
            case .counter: "counter"
            case .gauge: "gauge"
            case .histogram: "histogram"
            }
        text += "# HELP \(metric.name) \(Self.escaped(metric.help, quotes: false))\n# TYPE \(metric.name) \(kind)\n"
    }

    mutating func sample(_ name: String, _ labels: MetricLabels, _ value: Double) {
        let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
        text += "\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(Self.number(value))\n"
    }

    /// A whole number is written without a point.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// A backslash, a line feed and, in a label, a quotation mark would end what they stand in.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
