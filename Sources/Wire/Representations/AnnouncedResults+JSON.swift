internal import Measurement
package import Planning

extension ResultReceipt: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            // A dry run is undone: what it made has no id that could be asked for.
            json.member("import_id", isDryRun ? nil : id)
            json.member("dry_run", isDryRun)
            json.member("file_name", fileName)
            json.member("file_sha256", Hexadecimal(fileSHA256))
            json.member("rows_read", rowsRead)
            json.member("added", added)
            json.member("changed", changed)
            json.member("same", same)
            json.member("ignored", ignored)
            // A file with a row that is rejected is refused whole.
            json.member("rejected", 0)
            json.member("rounds_made", roundsMade)
            json.member("rounds", each: rounds) { json, round in
                json.object { json in
                    json.member("id", isDryRun ? nil : round.id)
                    json.member("desa_code", round.desaCode)
                    json.member("year", round.year)
                    json.member("purpose", round.purpose)
                    json.member("basis", round.basis)
                }
            }
            json.member("imported_at", importedAt)
        }
    }
}

extension JSONWriter {
    /// What was announced of a round.
    mutating func published(_ published: PublishedResult, by framework: Framework) {
        member("published", each: published.figures) { json, figure in
            json.object { json in
                json.member("level", figure.subject.level)
                json.member("code", figure.subject.code(in: framework))
                json.member("value", figure.figure.value)
                json.member("good", figure.figure.totals?.good)
                json.member("eligible", figure.figure.totals?.eligible)
                json.member("source", figure.source)
                json.member("published_on", figure.publishedOn)
                json.member("updated_at", figure.updatedAt)
            }
        }
    }
}

extension PublishedFigure.Subject {
    fileprivate func code(in framework: Framework) -> String? {
        switch self {
        case .index: ResultLine.index
        case .dimension(let position):
            framework.dimensions.indices.contains(position) ? framework.dimensions[position].code : nil
        case .indicator(let position):
            framework.indicators.indices.contains(position) ? framework.indicators[position].code : nil
        }
    }
}
