import ArgumentParser
import Store
import Wire

struct AuditRead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: spoken(
            id: "Menampilkan peristiwa satu rantai, satu JSON setiap baris.",
            en: "Show the events of one chain, one JSON a line."),
        discussion: spoken(
            id: """
                Rantai kabupaten dan provinsi dibaca juga lewat API oleh yang berwenang; rantai service, yaitu kewenangan \
                dan aturan seluruh layanan, hanya di sini. Bentuknya sama dengan GET /api/v1/events.
                """,
            en: """
                The chains of kabupaten and provinces are read by the API as well, by whom the matrix lets; that of the \
                service, such as permissions, only here. The form is that of GET /api/v1/events.
                """))

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Wilayah rantainya: kode kabupaten, kode provinsi, atau service.",
                en: "Whose chain: the code of a kabupaten, of a province, or service.")))
    var area = "service"

    @Option(
        help: ArgumentHelp(
            spoken(id: "Mulai dari peristiwa nomor ini.", en: "From the event of this number on."),
            valueName: spoken(id: "nomor", en: "number")))
    var from: Int?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Tanpa --from: sebanyak ini peristiwa terakhir.",
                en: "Without --from: so many of the last events."),
            valueName: spoken(id: "banyaknya", en: "count")))
    var last = 100

    func validate() throws {
        guard last >= 1, from ?? 1 >= 1 else {
            throw ValidationError(
                spoken(id: "--from dan --last paling kecil 1.", en: "--from and --last are at least 1."))
        }
    }

    func run() async throws {
        let found = try await administer { administration in
            try await administration.events(of: area, from: from, last: last) { events in
                for event in events { print(String(decoding: JSONWriter.bytes(of: event), as: UTF8.self)) }
            }
        }
        guard found > 0 else {
            throw Failure(
                .refused, id: "Tidak ada peristiwa seperti itu dalam rantai \(area). Periksa kode dan nomornya.",
                en: "There is no such event in the chain \(area). Check the code and the number.")
        }
    }
}
