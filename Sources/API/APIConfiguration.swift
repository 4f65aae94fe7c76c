package import Contract
package import Secrets

/// What may differ between installations and tests.
package struct APIConfiguration: Sendable {
    /// The largest JSON body, in bytes.
    package var largestJSONBody = 1 << 20
    /// The largest body of a request to sign in, in bytes: it is read before anybody is known.
    package var largestSignIn = 16 << 10
    /// The largest file of interventions, in bytes: a plan has some dozens, and all of them are written in one
    /// transaction. A survey file has no limit where its families pass through.
    package var largestInterventionFile = 256 << 10
    /// The largest file of announced results, in bytes: 35 figures of two rounds of 200 lokus are about 1 MB.
    package var largestResultFile = 4 << 20
    /// The largest survey file that is kept to be read later, in bytes: it takes its place on disk.
    package var largestSpooledFile = 1 << 30
    /// More parameters than any list has.
    package var mostQueryParameters = 100
    /// What is borne on the wire, as `limits` shows it.
    package var network = NetworkLimits()
    /// For `Strict-Transport-Security`; nil where nothing says that clients come by TLS.
    package var strictTransportSeconds: Int?
    /// What is served of the contract; nil only where a test has none.
    package var contract: PublishedContract?
    /// Whom to tell about a weakness, as `mailto:`, `https:` or `tel:`; nil: nobody is named.
    package var securityContact: String?

    package var pageTokenKey = PageTokenKey()

    /// What a new password has to be.
    package var passwordPolicy = PasswordPolicy(.nist)
    /// Keys the counters of failed sign-ins; the same on every server of an installation.
    package var signInKey = SignInKey()
    /// Seals the secrets of second factors; the same on every server of an installation.
    package var secondFactorSeal = SecondFactorSeal()
    /// Binds what pages send to their sessions; the same on every server of an installation.
    package var csrfKey = CSRFKey()
    /// Proxies on other machines whose `X-Forwarded-For` is believed, beside those on this one.
    package var trustedProxies: Set<String> = []

    package init() {}
}
