package import Planning

extension Account: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("email", email.description)
        }
    }
}

extension Assignment: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("name", name)
            json.member("role", role)
            json.member("area", area)
            json.member("areas", areas)
            json.member("agency", agency)
            json.member("desa_code", desa)
            json.member("valid_from", validFrom)
            json.member("valid_until", validUntil)
        }
    }
}

/// Whose a token is: as what the request acts, and as what else it might.
package struct CallerRepresentation: JSONRepresentable {
    private let identity: Identity
    private let acting: Assignment?
    private let csrfToken: String?

    /// - Parameter csrfToken: what a page has to send beside the cookie that the request came with.
    package init(_ identity: Identity, actingAs acting: Assignment?, csrfToken: String? = nil) {
        self.identity = identity
        self.acting = acting
        self.csrfToken = csrfToken
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", acting?.name ?? identity.account?.name)
            json.member("role", acting?.role)
            json.member("areas", acting?.areas ?? [])
            json.member("agency", acting?.agency)
            json.member("principal_id", acting?.id)
            json.member("account", identity.account)
            json.member("principals", identity.assignments)
            json.member("csrf_token", csrfToken)
        }
    }
}

/// A session just made: the only time that its token is written.
package struct NewSession: JSONRepresentable {
    private let id: HeldToken.ID
    private let token: TokenSecret
    private let csrfToken: String?
    private let expiresAt: Moment
    private let identity: Identity

    /// - Parameter csrfToken: where the token goes into a cookie: it is not written here then.
    package init(
        id: HeldToken.ID, token: TokenSecret, csrfToken: String?, expiresAt: Moment, identity: Identity
    ) {
        self.id = id
        self.token = token
        self.csrfToken = csrfToken
        self.expiresAt = expiresAt
        self.identity = identity
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("token", csrfToken == nil ? token.text : nil)
            json.member("csrf_token", csrfToken)
            json.member("expires_at", expiresAt)
            json.member("idle_minutes", SessionTime.idleMinutes)
            json.member("account", identity.account)
            json.member("principals", identity.assignments)
        }
    }
}

/// All of them: a person has few.
package struct SessionList: JSONRepresentable {
    private let items: [HeldToken]

    package init(items: [HeldToken]) {
        self.items = items
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("items", each: items) { json, session in
                json.object { json in
                    json.member("id", session.id)
                    json.member("name", session.name)
                    json.member("current", session.isCurrent)
                    json.member("created_at", session.createdAt)
                    json.member("seen_at", session.seenAt)
                    json.member("expires_at", session.expiresAt)
                }
            }
        }
    }
}

package struct PasswordChange: JSONRepresentable {
    private let sessionsEnded: Int

    package init(sessionsEnded: Int) {
        self.sessionsEnded = sessionsEnded
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in json.member("sessions_ended", sessionsEnded) }
    }
}
