package import Planning

extension Caller: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("role", role)
            json.member("areas", areas)
            json.member("agency", agency)
        }
    }
}
