/// Header fields that every answer has, whatever made it.
enum SecurityHeaders {
    /// An API answer is data: no browser is to run it, frame it, guess its kind, or name us to others.
    static let always = [
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
}
