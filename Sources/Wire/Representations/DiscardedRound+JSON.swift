package import Planning

extension DiscardedRound: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("families_discarded", families)
            json.member("files_discarded", files)
        }
    }
}
