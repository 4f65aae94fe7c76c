package import Planning

extension Operation.Kind: JSONRepresentable {}
extension Operation.State: JSONRepresentable {}

/// An operation, and of an import that succeeded its receipt.
package struct OperationRepresentation: JSONRepresentable {
    let operation: Operation
    let receipt: SurveyReceipt?

    package init(_ operation: Operation, receipt: SurveyReceipt? = nil) {
        self.operation = operation
        self.receipt = receipt
    }

    package func write(to json: inout JSONWriter) {
        let progress = operation.progress
        json.object { json in
            json.member("id", operation.id)
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

/// The newest operations.
package struct OperationsRepresentation: JSONRepresentable {
    let operations: [Operation]

    package init(_ operations: [Operation]) {
        self.operations = operations
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("items", operations.map { OperationRepresentation($0) })
            // Older ones are not listed.
            json.member("next_page_token", nil as String?)
        }
    }
}

/// A document that was written before.
private struct Document: JSONRepresentable {
    let text: String

    func write(to json: inout JSONWriter) {
        var text = text
        json.begin()
        text.withUTF8 { json.append(contentsOf: $0) }
    }
}
