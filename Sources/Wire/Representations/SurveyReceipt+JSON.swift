package import Measurement
package import Planning

/// The answer to an import, or to its replay, of which only what is stored is known.
extension SurveyReceipt: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        let isDryRun = outcome?.isDryRun ?? false
        // A dry run is undone: what it made has no id that could be asked for.
        let roundIsKept = !isDryRun || outcome?.madeRound == false
        json.object { json in
            json.member("import_id", isDryRun ? nil : id)
            json.member("round_id", roundIsKept ? roundID : nil)
            json.member("dry_run", isDryRun)
            json.member("purpose", purpose)
            json.member("file_name", fileName)
            json.member("file_sha256", Hexadecimal(fileSHA256))
            json.member("rows_read", rowsRead)
            json.member("added", added)
            json.member("changed", changed)
            json.member("same", same)
            json.member("ignored", ignored)
            // A file with a row that is rejected is refused whole.
            json.member("rejected", 0)
            json.member("removed", removed)
            json.member("missing_from_file", outcome?.missingFromFile)
            json.member("by_status", outcome?.byStatus)
            json.member("families_in_round", outcome?.familiesInRound)
        }
    }

    /// As a round lists its imports.
    func writeShort(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("file_name", fileName)
            json.member("file_sha256", Hexadecimal(fileSHA256))
            json.member("rows_read", rowsRead)
            json.member("added", added)
            json.member("changed", changed)
            json.member("same", same)
            json.member("ignored", ignored)
            json.member("removed", removed)
            json.member("imported_at", importedAt)
        }
    }
}

struct Hexadecimal: JSONRepresentable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func write(to json: inout JSONWriter) { json.write(hex: bytes) }
}

extension StatusCounts: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("complete", self[.complete])
            json.member("partial", self[.partial])
            json.member("no_respondent", self[.noRespondent])
            json.member("refused", self[.refused])
            json.member("moved", self[.moved])
        }
    }
}
