internal import Crypto
internal import Mustache
package import Phrasing
package import Planning
internal import Wire

internal import struct Foundation.Data

/// The papers of a rakor as one page that needs nothing from elsewhere: for the screen, and on A4 for the printer.
package struct PackPage: Sendable {
    /// HTML in UTF-8.
    package let bytes: [UInt8]

    /// - Parameter code: An office, whose sheet alone is wanted; nil: everything.
    ///
    /// Nil where no such office serves the lokus.
    package init?(_ pack: RakorPack, of code: String? = nil, in language: Language) {
        guard let view = PackView(pack, of: code, in: language) else { return nil }
        bytes = Array(PackTemplates.render(view).utf8)
    }

    /// Its own style and nothing else; no script, no address, nothing to be sent.
    package static let contentSecurityPolicy = "\(policy); frame-ancestors 'none'"

    /// What a page that was saved says of itself: nobody sends it with headers, and a frame is none of its business there.
    static let policy = """
        default-src 'none'; style-src 'sha256-\(Data(SHA256.hash(data: Data(PackStyle.text.utf8))).base64EncodedString())'; \
        base-uri 'none'; form-action 'none'
        """
}

enum PackTemplates {
    private static let library: MustacheLibrary = {
        // That of the library goes by characters.
        MustacheContentTypes.register(ScalarEscape(), named: escape)
        return MustacheLibrary(templates: texts.compactMapValues { try? MustacheTemplate(string: $0) })
    }()

    private static let escape = "SELARAS"

    /// By the names by which they use each other.
    static let texts = [
        "page": "{{% CONTENT_TYPE:\(escape)}}" + PackTemplate.page, "cover": PackTemplate.cover,
        "office": PackTemplate.office, "work": PackTemplate.work, "matrix": PackTemplate.matrix,
        "wishes": PackTemplate.wishes, "attendance": PackTemplate.attendance, "minutes": PackTemplate.minutes,
    ]

    /// Those that can be read.
    static var names: Set<String> { Set(texts.keys.filter { library.getTemplate(named: $0) != nil }) }

    static func render(_ view: PackView) -> String { library.render(view, withTemplate: "page") ?? "" }
}

/// Nothing that somebody wrote becomes markup.
struct ScalarEscape: MustacheContentType {
    func escapeText(_ text: String) -> String { text.escapedForHTML }
}
