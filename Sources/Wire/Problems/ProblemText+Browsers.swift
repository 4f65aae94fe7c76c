extension ProblemText {
    /// Sessions in the cookie of a browser.
    static let aboutBrowsers = [
        ProblemText(
            "credentials_given_twice",
            id: "Dua tanda pengenal sekaligus",
            "Permintaan ini membawa header Authorization dan kuki sesi, atau lebih dari satu kuki sesi.",
            "Kirim salah satu saja: token bagi program, kuki bagi peramban.",
            en: "Credentials given twice",
            "The request carries the header Authorization and the cookie of a session, or several such cookies.",
            "Send one of them only: the token as a program, the cookie as a browser."),
        ProblemText(
            "cross_site_request",
            id: "Permintaan dari situs lain",
            "Menurut peramban, permintaan ini dikirim oleh halaman dari situs lain.",
            "Ulangi dari halaman layanan ini sendiri; program memakai token, bukan kuki.",
            en: "Request of another site",
            "The browser says that a page of another site has sent this request.",
            "Repeat it from a page of this service; programs use a token and no cookie."),
        ProblemText(
            "csrf_token_required",
            id: "Token CSRF diperlukan",
            "Permintaan dengan kuki sesi ini tidak membawa token CSRF dari sesi itu.",
            "Sertakan csrf_token dari GET /api/v1/me pada header Selaras-CSRF-Token.",
            en: "CSRF token required",
            "The request with the cookie of a session does not carry the CSRF token of that session.",
            "Send csrf_token of GET /api/v1/me in the header Selaras-CSRF-Token."),
    ]
}
