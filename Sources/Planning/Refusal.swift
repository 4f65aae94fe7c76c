/// Why the service does not do what it was asked: the one error vocabulary of the domain.
///
/// The store translates database errors into it in one table, the API translates it into problems in another.
package enum Refusal: Error, Hashable, Sendable {
    /// No such token, or it has expired or was revoked.
    case unauthenticated
    /// The role may not do this.
    case forbidden
    /// The role may do this, but not to these: a named rule, for example `role_is_ones_to_give`.
    case notOnesTo(rule: String)
    /// Who signed in holds several principals, and the request names none.
    case principalNotChosen
    /// Who signed in does not hold the principal that the request names, or none at all, at this moment.
    case principalNotHeld
    /// There is no such thing, or the caller may not know that there is.
    case notFound
    /// A named rule of the schema forbids it as things stand, for example `lokus_once_per_desa_and_year`.
    case conflict(rule: String)
    /// A named rule of the schema forbids it whatever else there is, for example `report_nil_has_no_figures`.
    case invalid(rule: String)
    /// What was sent cannot be understood; all faults at once.
    case faults([DraftFault])
    /// Changed by somebody since the caller read it.
    case stale(currentVersion: Int)
    /// There are no results yet, as these rounds are missing or open; each names the parameter that asked for it.
    case roundsNotClosed([DraftFault])
    /// A request with the same key has already taken effect; the location is the id of what it made, or of each.
    case alreadyDone(location: String)
    /// A request with the same key is still running.
    case keyInUse
    /// The key was used for a different request.
    case keyReused
    /// The database cannot be reached, is full, or has no free connection in time; worth trying again.
    case unavailable(Cause)
    /// It took longer than it may.
    case timedOut

    package enum Cause: Hashable, Sendable {
        case databaseUnreachable, noFreeConnection, storageFull, conflictingWriters
        /// More requests wait already than may wait.
        case overloaded
        /// The service was told to stop, and stopped this request.
        case shuttingDown
        /// The database was not migrated to the version that this program needs, or is ahead of it.
        case schemaMismatch
    }
}

/// An error that can say what it is without repeating what anybody sent or stored: for logs.
package protocol Diagnosable: Error {
    var diagnosis: [String: String] { get }
}

/// One thing wrong with what was sent.
package struct DraftFault: Hashable, Sendable {
    /// JSON Pointer (RFC 6901) into the body, or the name of a query parameter.
    package let pointer: String
    /// Stable, snake_case.
    package let code: Code
    /// What was sent, where it helps; cut to a readable length.
    package let value: String?
    /// What could have stood there, where that is a list.
    package let allowed: [String]

    package enum Code: String, Sendable, CaseIterable {
        case required, unknownMember = "unknown_member", wrongType = "wrong_type", outOfRange = "out_of_range"
        case notADay = "not_a_day", notAMoment = "not_a_moment", notARegionCode = "not_a_region_code", notAnID =
            "not_an_id", tooLong = "too_long"
        case inTheFuture = "in_the_future"
        case blank, controlCharacter = "control_character", notInList = "not_in_list"
        case endsBeforeItStarts = "ends_before_it_starts"
        case tooManyDecimals = "too_many_decimals", repeated, figuresWithNil = "figures_with_nil"
        case needsBothOrNeither = "needs_both_or_neither", unknownParameter = "unknown_parameter"
        case invalidPageToken = "invalid_page_token"
        case malformedFilter = "malformed_filter", unknownField = "unknown_field"
        case roundMissing = "round_missing", roundOpen = "round_open"
        /// Of an invitation.
        case notACode = "not_a_code"
        case notAnEmail = "not_an_email"
        case passwordTooShort = "password_too_short", passwordTooLong = "password_too_long"
        case passwordIsCommon = "password_is_common", passwordIsNotMixed = "password_is_not_mixed"
        case passwordWasUsedBefore = "password_was_used_before"
        case notASecondFactorCode = "not_a_second_factor_code"
        case operatorNotAllowed = "operator_not_allowed", tooManyConditions = "too_many_conditions"
    }

    package init(pointer: String, code: Code, value: String? = nil, allowed: [String] = []) {
        self.pointer = pointer
        self.code = code
        self.value = value
        self.allowed = allowed
    }
}
