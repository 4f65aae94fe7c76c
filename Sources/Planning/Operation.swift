package import struct FoundationEssentials.UUID

/// Work that goes on after its request was answered.
package struct Operation: Hashable, Sendable {
    package typealias ID = Identifier<Operation>

    package enum Kind: String, Sendable, CaseIterable {
        case surveyImport = "survey_import"
        case surveyClose = "survey_close"
    }

    package enum State: String, Sendable, CaseIterable {
        case queued, running, succeeded, failed, cancelled
    }

    /// How much of its upload was read; a closing has none.
    package struct Progress: Hashable, Sendable {
        package let bytesRead: Int
        package let bytesTotal: Int
        package let rowsRead: Int

        package init(bytesRead: Int, bytesTotal: Int, rowsRead: Int) {
            self.bytesRead = bytesRead
            self.bytesTotal = bytesTotal
            self.rowsRead = rowsRead
        }
    }

    package let id: ID
    package let kabupatenCode: String
    package let kind: Kind
    package let state: State
    package let progress: Progress
    /// Nil where the caller may not know.
    package let requestedBy: String?
    package let isCancelRequested: Bool
    /// The id of what came of it: a receipt, or a round. Nil unless it succeeded.
    package let resultID: String?
    /// The problem as JSON; nil unless it failed.
    package let problem: String?
    package let createdAt: Moment
    package let startedAt: Moment?
    package let finishedAt: Moment?

    package init(
        id: ID, kabupatenCode: String, kind: Kind, state: State, progress: Progress, requestedBy: String?,
        isCancelRequested: Bool, resultID: String?, problem: String?, createdAt: Moment, startedAt: Moment?,
        finishedAt: Moment?
    ) {
        self.id = id
        self.kabupatenCode = kabupatenCode
        self.kind = kind
        self.state = state
        self.progress = progress
        self.requestedBy = requestedBy
        self.isCancelRequested = isCancelRequested
        self.resultID = resultID
        self.problem = problem
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }
}

/// What is noted of a request, so that a server can do it later, and another time after it was killed.
package struct OperationDraft: Hashable, Sendable {
    /// What the request is about, by which its kabupaten is known.
    package enum Subject: Hashable, Sendable {
        case lokus(Lokus.ID)
        case round(SurveyRound.ID)
    }

    package let kind: Operation.Kind
    package let subject: Subject
    /// Path and query.
    package let target: String
    /// The version that a closing names.
    package let version: Int?
    /// In which a problem is told, `id` or `en`.
    package let language: String
    package let spool: UUID
    package let bytesTotal: Int

    package init(
        kind: Operation.Kind, subject: Subject, target: String, version: Int?, language: String, spool: UUID,
        bytesTotal: Int
    ) {
        self.kind = kind
        self.subject = subject
        self.target = target
        self.version = version
        self.language = language
        self.spool = spool
        self.bytesTotal = bytesTotal
    }
}

/// An operation that a server has begun.
package struct BegunOperation: Sendable {
    package let access: Access
    package let kind: Operation.Kind
    package let target: String
    package let version: Int?
    package let language: String

    package init(access: Access, kind: Operation.Kind, target: String, version: Int?, language: String) {
        self.access = access
        self.kind = kind
        self.target = target
        self.version = version
        self.language = language
    }
}

/// An operation that is not at its end, and what its problem would say should it be lost.
package struct UnfinishedOperation: Hashable, Sendable {
    package let id: Operation.ID
    package let requestID: String
    package let target: String
    package let language: String

    package init(id: Operation.ID, requestID: String, target: String, language: String) {
        self.id = id
        self.requestID = requestID
        self.target = target
        self.language = language
    }
}
