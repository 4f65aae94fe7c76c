package import Planning

extension Operation.Kind: JSONRepresentable {}
extension Operation.State: JSONRepresentable {}

/// An operation, and of an import that succeeded its receipt.
package struct OperationRepresentation: JSONRepresentable {
    package let operation: Operation
    let receipt: SurveyReceipt?

    package init(_ operation: Operation, receipt: SurveyReceipt? = nil) {
        self.operation = operation
        self.receipt = receipt
    }

    package func write(to json: inout JSONWriter) {
        let progress = operation.progress
        json.object { json in
            json.member("id", operation.id)
            json.member("kabupaten_code", operation.kabupatenCode)
            json.member("kind", operation.kind)
            json.member("state", operation.state)
            json.member("cancel_requested", operation.isCancelRequested)
            json.member("progress") { json in
                json.member("bytes_read", progress.bytesRead)
                json.member("bytes_total", progress.bytesTotal)
                json.member("rows_read", progress.rowsRead)
            }
            json.member("requested_by", operation.requestedBy)
            json.member("result_location", operation.resultLocation)
            json.member("receipt", receipt)
            json.member("problem", operation.problem.map(Document.init))
            json.member("created_at", operation.createdAt)
            json.member("started_at", operation.startedAt)
            json.member("finished_at", operation.finishedAt)
        }
    }
}

extension Operation {
    /// Where what came of it can be read.
    package var resultLocation: String? {
        resultID.map { id in
            switch kind {
            case .surveyImport: "/api/v1/survey-imports/\(id)"
            case .surveyClose: "/api/v1/survey-rounds/\(id)"
            }
        }
    }
}

extension Operation: ListItem {
    package func write(to json: inout JSONWriter) {
        OperationRepresentation(self).write(to: &json)
    }

    package static let columns: [CSVColumn<Operation>] = [
        CSVColumn("id") { $0.id }, CSVColumn("kabupaten_code") { $0.kabupatenCode }, CSVColumn("kind") { $0.kind },
        CSVColumn("state") { $0.state }, CSVColumn("cancel_requested") { $0.isCancelRequested },
        CSVColumn("progress.bytes_read") { $0.progress.bytesRead },
        CSVColumn("progress.bytes_total") { $0.progress.bytesTotal },
        CSVColumn("progress.rows_read") { $0.progress.rowsRead }, CSVColumn("requested_by") { $0.requestedBy },
        CSVColumn("result_location") { $0.resultLocation }, CSVColumn("problem.code") { $0.problemCode },
        CSVColumn("created_at") { $0.createdAt }, CSVColumn("started_at") { $0.startedAt },
        CSVColumn("finished_at") { $0.finishedAt },
    ]

    private var problemCode: String? {
        problem.flatMap { try? JSONValue(parsing: Array($0.utf8)) }?["code"].text
    }
}
