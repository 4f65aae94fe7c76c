import ArgumentParser
import Intake
import Phrasing
import Store

/// Reads a file of regions piece by piece into the register, and tells of its faults.
final class RegionReader {
    private let path: String
    private let file: FileBytes
    private var faults = FaultList()

    init(_ path: String) throws {
        self.path = path
        file = try FileBytes(path)
    }

    /// On the caller's own actor: the reader goes with the closure that the import runs.
    nonisolated(nonsending) func feed(_ sink: any RegionSink) async throws -> RegionReading {
        var reader = RegionFile()
        var batch: [RegionEntry] = []
        while let chunk = try file.next() {
            reader.read(chunk.span) { row in RegionEntry(row).map { batch.append($0) } }
            try await put(&batch, sink)
        }
        reader.finish { row in RegionEntry(row).map { batch.append($0) } }
        try await put(&batch, sink)
        faults = reader.faults
        return faults.isEmpty ? .complete : .withFaults
    }

    nonisolated(nonsending) private func put(_ batch: inout [RegionEntry], _ sink: any RegionSink) async throws {
        if batch.isEmpty { return }
        try await sink.put(batch)
        batch.removeAll(keepingCapacity: true)
    }

    /// Prints what this reader and what the database found, and gives the exit code with which to end.
    func report(_ refusal: RegionRefusal) -> ExitCode {
        let name = path == "-" ? Wording(id: "masukan", en: "input").spoken : path
        var all = faults.kept.map { ConfigFault(name, $0) }
        all += refusal.repeated.map {
            ConfigFault(
                name, line: $0.line, column: "code", value: $0.code,
                Wording(id: "sudah ada pada baris \($0.firstLine)", en: "is on line \($0.firstLine) already"))
        }
        all += refusal.orphans.map {
            ConfigFault(
                name, line: $0.line, column: "parent_code", value: $0.parentCode,
                Wording(
                    id: "wilayah induk tidak ada di berkas dan tidak ada di register",
                    en: "the parent is neither in the file nor in the register"))
        }
        all += refusal.clashes.map {
            ConfigFault(
                name, line: $0.line, column: "bps_code", value: $0.bpsCode,
                Wording(
                    id: "kode BPS ini sudah dipakai wilayah \($0.otherCode)",
                    en: "this BPS code is that of the region \($0.otherCode) already"))
        }
        all.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        return all.print(
            total: faults.count + refusal.repeatedCount + refusal.orphanCount + refusal.clashCount)
    }
}
