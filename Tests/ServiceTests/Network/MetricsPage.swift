import Foundation

/// A page in the text format of Prometheus, read strictly: what it does not allow is an error.
struct MetricsPage {
    struct Malformed: Error {
        let line: String
    }

    struct Sample {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    private(set) var samples: [Sample] = []
    private var kinds: [String: String] = [:]

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Malformed(line: "the last") }
        var helped: Set<String> = []
        var family = ""
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if let match = line.wholeMatch(of: #/# HELP ([a-z_]+) (.+)/#) {
                family = String(match.1)
                guard helped.insert(family).inserted else { throw Malformed(line: "twice: \(family)") }
            } else if let match = line.wholeMatch(of: #/# TYPE ([a-z_]+) (counter|gauge|histogram)/#) {
                guard match.1 == family, kinds.updateValue(String(match.2), forKey: family) == nil else {
                    throw Malformed(line: String(line))
                }
                guard match.2 != "counter" || family.hasSuffix("_total") else { throw Malformed(line: String(line)) }
            } else {
                let sample = try Self.sample(String(line))
                let suffixes = kinds[family] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                guard suffixes.contains(where: { sample.name == family + $0 }),
                    !samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels })
                else { throw Malformed(line: String(line)) }
                samples.append(sample)
            }
        }
        try checkHistograms()
    }

    func value(_ name: String, _ labels: [String: String]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private static func sample(_ line: String) throws -> Sample {
        let pattern = #/([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+)\})? (-?[0-9.e+-]+|\+Inf|NaN)/#
        guard let match = line.wholeMatch(of: pattern), let value = Double(match.3) else { throw Malformed(line: line) }
        let pairs = (match.2 ?? "").matches(of: #/([a-z]+)="((?:[^"\\\n]|\\["\\n])*)"/#)
        let labels = Dictionary(pairs.map { (String($0.1), String($0.2)) }) { first, _ in first }
        guard labels.count == pairs.count else { throw Malformed(line: line) }
        return Sample(name: String(match.1), labels: labels, value: value)
    }

    /// Buckets rise, and the last holds all.
    private func checkHistograms() throws {
        for (family, kind) in kinds where kind == "histogram" {
            let buckets = Dictionary(grouping: samples.filter { $0.name == family + "_bucket" }) { sample in
                sample.labels.filter { $0.key != "le" }
            }
            for (labels, series) in buckets {
                let values = series.map(\.value)
                guard values == values.sorted(), series.last?.labels["le"] == "+Inf",
                    values.last == value(family + "_count", labels), value(family + "_sum", labels) != nil
                else { throw Malformed(line: "\(family) \(labels)") }
            }
        }
    }
}
