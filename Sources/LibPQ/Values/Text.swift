extension String: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .text }

    package func encode(into buffer: inout [UInt8]) { buffer.append(contentsOf: utf8) }

    /// Reads the text types, `json` and `jsonb`. Enums and `numeric` are cast in SQL: `status::text`.
    package static func decode(_ cell: Cell) -> String? {
        guard !cell.isNull else { return nil }
        switch cell.type {
        case .text, .varchar, .bpchar, .name, .json, .unknown:
            return String(decoding: cell.bytes, as: UTF8.self)
        case .jsonb:
            // The binary form of jsonb is a version byte, 1 so far, in front of the text.
            guard cell.bytes.first == 1 else { return nil }
            return String(decoding: cell.bytes.dropFirst(), as: UTF8.self)
        default:
            return nil
        }
    }
}
