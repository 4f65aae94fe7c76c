internal import HTTPTypes
internal import Hummingbird

extension Request {
    /// The version that the client read, from `If-Match`.
    ///
    /// An entity tag here is `"<version>-<hash>"`: the version counts the changes of the row itself, the hash follows
    /// from all of the representation, of which more than the row is part (a lokus lists its rounds, a plan its
    /// totals). To overwrite nobody's change it is enough that the version is the same, so only it is compared here;
    /// `If-None-Match` compares the whole.
    ///
    /// Exactly one tag of ours: of a list or of `*` it could not be said which version was read. A weak one is taken,
    /// too: a proxy that compresses makes every tag weak (RFC 9110, section 8.8.1), and the version in it is the same.
    func ifMatch() throws -> Int {
        guard let field = headers[.ifMatch] else { throw Rejection.preconditionRequired }
        let tag = field.drop { $0 == " " || $0 == "\t" }
        guard let parts = tag.wholeMatch(of: /(?:W\/)?"([0-9]{1,18})(?:-[A-Za-z0-9_-]{1,64})?"[ \t]*/),
            let version = Int(parts.1)
        else { throw Rejection.invalidHeader }
        return version
    }

    /// Whether the client has this representation already. Comparison is weak (RFC 9110, section 13.1.2).
    func hasRepresentation(_ entityTag: String) -> Bool {
        guard let field = headers[.ifNoneMatch] else { return false }
        return field.split(separator: ",").contains { part in
            let tag = part.drop { $0 == " " }
            return tag == "*" || tag == entityTag || tag == "W/\(entityTag)"
        }
    }
}
