internal import ArgumentParser
internal import Wire

/// Whom an intervention is for, where and with whom; what is not named stays as it is.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: .of(
            "Kelompok sasaran, tanpa nama orang; \"\" menghapusnya.", "Target group, without names; \"\" removes it.",
            .text))
    var targetGroup: String?

    @Option(help: .of("Jumlah keluarga sasaran; 0 menghapusnya.", "Target families; 0 removes them.", .number))
    var targetFamilies: Int?

    @Option(help: .of("Jumlah orang sasaran; 0 menghapusnya.", "Target people; 0 removes them.", .number))
    var targetPeople: Int?

    @Option(
        help: .of(
            "Lokasi di desa sampai RT; \"\" menghapusnya.", "Place in the village down to the RT; \"\" removes it.",
            .text))
    var location: String?

    @Option(
        help: .of(
            "Kode perangkat daerah pendukung, dipisahkan koma; \"\" menghapus semuanya.",
            "Codes of supporting agencies, with commas; \"\" removes all.", .codes), completion: .agency)
    var supporting: CodesOrNone?

    var members: JSONObject {
        var members = JSONObject()
        members["target_group"] = targetGroup.map { .string($0) }
        members["target_families"] = targetFamilies.map(Self.count)
        members["target_people"] = targetPeople.map(Self.count)
        members["location"] = location.map { .string($0) }
        members["supporting_agencies"] = supporting?.document
        return members
    }

    private static func count(_ number: Int) -> JSONValue { number == 0 ? .null : .integer(number) }
}

/// Codes with commas, or an empty text for none.
struct CodesOrNone: ExpressibleByArgument, Sendable {
    let document: JSONValue

    init?(argument: String) {
        guard argument.isEmpty || Codes(argument: argument) != nil else { return nil }
        document = Codes(argument: argument)?.document ?? .array([])
    }
}
