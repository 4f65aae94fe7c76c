import API
import Foundation
import LibPQ
import Store

extension Metric {
    static let connections = Metric("selaras_http_connections", "Connections of clients.", .gauge)
    static let backlog = Metric(
        "selaras_http_backlog", "Requests that have come in whole and wait for an answer.", .gauge)
}

extension Metrics {
    /// What the kernel says of this process, under the names that every Prometheus knows.
    func addProcess(version: String) {
        reading(Metric("selaras_build_info", "The version that runs.", .gauge)) {
            [([MetricLabel("version", version)], 1)]
        }
        reading(Metric("process_resident_memory_bytes", "Memory in use.", .gauge)) {
            [([], Double(Self.residentPages() * sysconf(Int32(_SC_PAGESIZE))))]
        }
        reading(Metric("process_open_fds", "Open files and sockets.", .gauge)) {
            [([], Double((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0))]
        }
        reading(Metric("process_max_fds", "The most that may be open.", .gauge)) { [([], Double(FileLimit.most))] }
        let start = Date().timeIntervalSince1970.rounded()
        reading(Metric("process_start_time_seconds", "When this process began to serve.", .gauge)) { [([], start)] }
    }

    /// Who has connections to the database, and who waits for one.
    func add(_ pools: Pools) {
        reading(Metric("selaras_pool_connections", "Connections to the database, by pool and state.", .gauge)) {
            pools.named.flatMap { name, pool in
                let status = pool.status
                return [("idle", status.idle), ("in_use", status.open - status.idle), ("opening", status.opening)].map {
                    ([MetricLabel("pool", name), MetricLabel("state", $0)], Double($1))
                }
            }
        }
        reading(Metric("selaras_pool_waiting", "Requests that wait for a connection.", .gauge)) {
            pools.named.map { name, pool in ([MetricLabel("pool", name)], Double(pool.status.waiting)) }
        }
    }

    func add(_ counts: StoreCounts) {
        reading(Metric("selaras_database_retries_total", "Transactions done again.", .counter)) {
            [([], Double(counts.retriedTransactions))]
        }
        reading(Metric("selaras_import_rows_total", "Rows of survey files kept.", .counter)) {
            [([], Double(counts.importedRows))]
        }
    }

    private static func residentPages() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return fields.count > 1 ? Int(fields[1]) ?? 0 : 0
    }
}
