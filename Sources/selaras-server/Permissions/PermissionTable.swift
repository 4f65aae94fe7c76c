import Phrasing
import Planning
import Store

/// The matrix as an inspector reads it: every action of every role, also what is not permitted.
struct PermissionTable {
    private let cells: [Permission: [Caller.Role: PermissionCell]]
    /// In the order of the vocabulary, so that two prints can be compared.
    private let permissions: [Permission]

    init(_ grants: [Configuration.Grant]) {
        var cells: [Permission: [Caller.Role: PermissionCell]] = [:]
        for grant in grants { cells[grant.cell.permission, default: [:]][grant.role] = grant.cell }
        self.cells = cells
        permissions = Permission.Resource.allCases.flatMap { resource in
            Permission.Action.allCases.map { Permission($0, resource) }.filter { cells[$0] != nil }
        }
    }

    var markdown: String {
        let roles = Caller.Role.allCases
        var lines = ["# " + spoken(id: "Matriks hak akses", en: "Permission matrix"), ""]
        lines.append(
            row([spoken(id: "Data", en: "Resource"), spoken(id: "Tindakan", en: "Action")] + roles.map(\.rawValue)))
        lines.append(row(Array(repeating: "---", count: roles.count + 2)))
        for permission in permissions {
            let marks = roles.map { mark(cells[permission]?[$0]) }
            let names = [
                permission.resource.wording.spoken + " (\(permission.resource.rawValue))",
                permission.action.wording.spoken + " (\(permission.action.rawValue))",
            ]
            lines.append(row(names + marks))
        }
        lines += ["", spoken(id: "Keterangan", en: "Legend") + ":", ""]
        lines += roles.map { "- `\($0.rawValue)`: \($0.wording.spoken)" }
        lines += PermissionCell.Condition.allCases.map { "- `\($0.rawValue)`: \($0.wording.spoken)" }
        lines += states.map { "- `\($0.0)`: \($0.1.spoken)" }
        lines.append(
            "- "
                + spoken(
                    id: "✓ diizinkan di wilayah sendiri; – tidak diizinkan; dalam kurung: hanya dalam keadaan itu.",
                    en: "✓ permitted within the own area; – not permitted; in brackets: only in that state."))
        lines += ["", spoken(id: "Diperiksa oleh, tanggal, tanda tangan:", en: "Inspected by, date, signature:"), ""]
        return lines.map { $0 + "\n" }.joined()
    }

    var csv: String {
        var lines = ["role,resource,action,allowed,states,conditions"]
        for role in Caller.Role.allCases {
            for permission in permissions {
                let cell = cells[permission]?[role]
                lines.append(
                    [
                        role.rawValue, permission.resource.rawValue, permission.action.rawValue,
                        cell == nil ? "false" : "true", cell?.states.joined(separator: ";") ?? "",
                        cell?.conditions.map(\.rawValue).joined(separator: ";") ?? "",
                    ].joined(separator: ","))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Those that a cell of this matrix names.
    private var states: [(String, Wording)] {
        let named = Set(cells.values.flatMap(\.values).flatMap(\.states))
        return Self.stateWords.filter { named.contains($0.0) }
    }

    private static let stateWords = [
        ("proposed", Wording(id: "selama masih usulan", en: "while it is proposed")),
        ("assigned", Wording(id: "setelah ditugaskan, sebelum diterima", en: "once assigned, before it is accepted")),
        ("accepted", Wording(id: "setelah diterima", en: "once accepted")),
        ("declined", Wording(id: "setelah ditolak perangkat daerahnya", en: "once its agency declined it")),
        ("budgeted", Wording(id: "setelah teranggarkan", en: "once it has a budget")),
        ("delayed", Wording(id: "selama tertunda", en: "while it is delayed")),
        (
            "draft",
            Wording(id: "selama rencana atau laporan masih rancangan", en: "while the plan or report is a draft")
        ),
        ("submitted", Wording(id: "setelah rencana atau laporan diajukan", en: "once the plan or report is submitted")),
        ("agreed", Wording(id: "setelah rencana disepakati dalam rakor", en: "once the plan is agreed")),
        ("approved", Wording(id: "setelah rencana ditetapkan", en: "once the plan is approved")),
        ("running", Wording(id: "selama rencana atau intervensi berjalan", en: "while it is carried out")),
        ("evaluated", Wording(id: "setelah rencana dievaluasi", en: "once the plan is evaluated")),
        ("closed", Wording(id: "setelah rencana ditutup", en: "once the plan is closed")),
        (
            "returned",
            Wording(id: "setelah rencana atau laporan dikembalikan", en: "once the plan or report is returned")
        ),
        ("verified", Wording(id: "setelah laporan diverifikasi", en: "once the report is verified")),
        ("open", Wording(id: "selama pendataan belum ditutup", en: "while the survey round is open")),
    ]

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func mark(_ cell: PermissionCell?) -> String {
        guard let cell else { return "–" }
        let states = cell.states.isEmpty ? [] : ["(\(cell.states.joined(separator: ", ")))"]
        return (["✓"] + cell.conditions.map(\.rawValue) + states).joined(separator: " ")
    }
}

extension PermissionCell.Condition {
    fileprivate var wording: Wording {
        switch self {
        case .ownAgency:
            Wording(
                id: "hanya yang menjadi tanggung jawab perangkat daerah sendiri", en: "only what is of the own agency")
        case .ownLokus:
            Wording(id: "hanya lokus di desa atau kecamatan sendiri", en: "only lokus of the own village or kecamatan")
        case .openPlan:
            Wording(id: "hanya selama rencana aksinya belum ditetapkan", en: "only while its plan is not approved")
        }
    }
}

extension Caller.Role {
    fileprivate var wording: Wording {
        switch self {
        case .coordinator: Wording(id: "koordinator (Bappeda/Bapperida)", en: "coordinator (planning office)")
        case .lead: Wording(id: "perangkat daerah penanggung jawab program (DP3A)", en: "lead office of the programme")
        case .leadership:
            Wording(
                id: "pimpinan (Sekretaris Daerah, Ketua TPK2D)", en: "leadership (regional secretary, head of team)")
        case .agency: Wording(id: "kepala perangkat daerah", en: "head of an agency")
        case .reporter: Wording(id: "petugas pelapor perangkat daerah", en: "who reports for an agency")
        case .village: Wording(id: "pemerintah desa atau kelurahan", en: "village")
        case .subdistrict: Wording(id: "camat", en: "head of a kecamatan")
        case .viewer: Wording(id: "pembaca", en: "reader")
        case .auditor: Wording(id: "pemeriksa dengan surat tugas", en: "auditor by letter of assignment")
        case .province: Wording(id: "pemerintah provinsi", en: "province")
        case .provincialAgency:
            Wording(
                id: "perangkat daerah provinsi yang tercantum dalam daftar kabupaten",
                en: "office of the province that a kabupaten lists")
        case .administrator: Wording(id: "pengelola provinsi", en: "administrator of the province")
        case .anybody: Wording(id: "siapa pun tanpa token", en: "anybody without a token")
        }
    }
}
