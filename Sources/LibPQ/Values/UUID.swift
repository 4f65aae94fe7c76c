package import FoundationEssentials

extension UUID: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .uuid }

    package func encode(into buffer: inout [UInt8]) {
        withUnsafeBytes(of: uuid) { buffer.append(contentsOf: $0) }
    }

    package static func decode(_ cell: Cell) -> UUID? {
        guard let start = cell.start, cell.count == 16, cell.type == .uuid else { return nil }
        return UUID(uuid: start.loadUnaligned(as: uuid_t.self))
    }
}
