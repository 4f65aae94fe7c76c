package import FoundationEssentials

// The forms of `next` for the types that rows mostly hold. They do what the generic form does, which cannot be
// specialised across modules: looking up the metadata of its `Optional`, field by field, took a tenth of the time that
// a request of 29 rows cost the client.
extension Row {
    /// The next column as `Int`; throws as the generic `next` does.
    package mutating func next(_: Int.Type = Int.self) throws(DatabaseError) -> Int { try take() }
    /// The next column as `Int?`; throws as the generic `next` does.
    package mutating func next(_: Int?.Type = Int?.self) throws(DatabaseError) -> Int? { try take() }
    /// The next column as `Int64`; throws as the generic `next` does.
    package mutating func next(_: Int64.Type = Int64.self) throws(DatabaseError) -> Int64 { try take() }
    /// The next column as `Int64?`; throws as the generic `next` does.
    package mutating func next(_: Int64?.Type = Int64?.self) throws(DatabaseError) -> Int64? { try take() }
    /// The next column as `Int32`; throws as the generic `next` does.
    package mutating func next(_: Int32.Type = Int32.self) throws(DatabaseError) -> Int32 { try take() }
    /// The next column as `Int32?`; throws as the generic `next` does.
    package mutating func next(_: Int32?.Type = Int32?.self) throws(DatabaseError) -> Int32? { try take() }
    /// The next column as `Int16`; throws as the generic `next` does.
    package mutating func next(_: Int16.Type = Int16.self) throws(DatabaseError) -> Int16 { try take() }
    /// The next column as `Int16?`; throws as the generic `next` does.
    package mutating func next(_: Int16?.Type = Int16?.self) throws(DatabaseError) -> Int16? { try take() }
    /// The next column as `Bool`; throws as the generic `next` does.
    package mutating func next(_: Bool.Type = Bool.self) throws(DatabaseError) -> Bool { try take() }
    /// The next column as `Bool?`; throws as the generic `next` does.
    package mutating func next(_: Bool?.Type = Bool?.self) throws(DatabaseError) -> Bool? { try take() }
    /// The next column as `Double`; throws as the generic `next` does.
    package mutating func next(_: Double.Type = Double.self) throws(DatabaseError) -> Double { try take() }
    /// The next column as `Double?`; throws as the generic `next` does.
    package mutating func next(_: Double?.Type = Double?.self) throws(DatabaseError) -> Double? { try take() }
    /// The next column as `String`; throws as the generic `next` does.
    package mutating func next(_: String.Type = String.self) throws(DatabaseError) -> String { try take() }
    /// The next column as `String?`; throws as the generic `next` does.
    package mutating func next(_: String?.Type = String?.self) throws(DatabaseError) -> String? { try take() }
    /// The next column as `UUID`; throws as the generic `next` does.
    package mutating func next(_: UUID.Type = UUID.self) throws(DatabaseError) -> UUID { try take() }
    /// The next column as `UUID?`; throws as the generic `next` does.
    package mutating func next(_: UUID?.Type = UUID?.self) throws(DatabaseError) -> UUID? { try take() }
}
