package import FoundationEssentials

// The forms of `next` for the types that rows mostly hold. They do what the generic form does, which cannot be
// specialised across modules and then spends more time on looking up the metadata of its `Optional` than on decoding:
// 29 rows of 8 columns took about twice as long.
extension Row {
    package mutating func next(_: Int.Type = Int.self) throws(DatabaseError) -> Int { try take() }
    package mutating func next(_: Int?.Type = Int?.self) throws(DatabaseError) -> Int? { try take() }
    package mutating func next(_: Int64.Type = Int64.self) throws(DatabaseError) -> Int64 { try take() }
    package mutating func next(_: Int64?.Type = Int64?.self) throws(DatabaseError) -> Int64? { try take() }
    package mutating func next(_: Int32.Type = Int32.self) throws(DatabaseError) -> Int32 { try take() }
    package mutating func next(_: Int32?.Type = Int32?.self) throws(DatabaseError) -> Int32? { try take() }
    package mutating func next(_: Int16.Type = Int16.self) throws(DatabaseError) -> Int16 { try take() }
    package mutating func next(_: Int16?.Type = Int16?.self) throws(DatabaseError) -> Int16? { try take() }
    package mutating func next(_: Bool.Type = Bool.self) throws(DatabaseError) -> Bool { try take() }
    package mutating func next(_: Bool?.Type = Bool?.self) throws(DatabaseError) -> Bool? { try take() }
    package mutating func next(_: Double.Type = Double.self) throws(DatabaseError) -> Double { try take() }
    package mutating func next(_: Double?.Type = Double?.self) throws(DatabaseError) -> Double? { try take() }
    package mutating func next(_: String.Type = String.self) throws(DatabaseError) -> String { try take() }
    package mutating func next(_: String?.Type = String?.self) throws(DatabaseError) -> String? { try take() }
    package mutating func next(_: UUID.Type = UUID.self) throws(DatabaseError) -> UUID { try take() }
    package mutating func next(_: UUID?.Type = UUID?.self) throws(DatabaseError) -> UUID? { try take() }
}
