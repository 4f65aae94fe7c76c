internal import Planning

/// What one item of a batch came to.
package enum BatchItem<Made: JSONRepresentable>: JSONRepresentable {
    /// - Parameter location: Nil where nothing was made that could be read there.
    case done(status: Int, location: String?, Made)
    case refused(Problem)

    package func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .done(let status, let location, let made):
                json.member("status", status)
                json.member("location", location)
                json.member("representation", made)
            case .refused(let problem):
                json.member("status", problem.status)
                json.member("problem", problem)
            }
        }
    }
}

/// The answer to a batch: an entry for each item, in the order in which they were sent.
package struct BatchRepresentation<Made: JSONRepresentable>: JSONRepresentable {
    let items: [BatchItem<Made>]

    package init(items: [BatchItem<Made>]) {
        self.items = items
    }

    package func write(to json: inout JSONWriter) {
        let refused = items.count { if case .refused = $0 { true } else { false } }
        json.object { json in
            json.member("done", items.count - refused)
            json.member("refused", refused)
            json.member("items", items)
        }
    }
}
