internal import ArgumentParser

/// Words that several commands share.
extension ArgumentHelp {
    static var intervention: ArgumentHelp {
        .of(
            "Rujukan intervensi, unik dalam rencana aksi.", "Reference of the intervention, unique in its plan.",
            .reference)
    }
    static var operation: ArgumentHelp {
        .of(
            "Pengenal pekerjaan, dari selaras operation list.",
            "Identifier of the operation, from selaras operation list.",
            .operation)
    }
    static var interventions: ArgumentHelp {
        .of(
            "Rujukan intervensi; boleh beberapa dari satu rencana aksi.",
            "References of interventions, one or several of one plan.", .reference)
    }
    static var purpose: ArgumentHelp {
        .of("Pendataan awal, sementara, atau ulang.", "Baseline, midline or re-survey.", .purpose)
    }
    static var assignedOn: ArgumentHelp {
        .of(
            "Tanggal penugasan (TTTT-BB-HH); bawaannya hari ini.",
            "Day of the assignment (YYYY-MM-DD); today by default.",
            .day)
    }
    static var csvFile: ArgumentHelp {
        .of("Berkas CSV, atau - untuk masukan standar.", "CSV file, or - for stdin.", .file)
    }
}

extension Phrase {
    static let outputTitle = Phrase("Pilihan keluaran", "Output options")
    static let commonTitle = Phrase("Pilihan umum", "Common options")
}

/// Codes that the shell completes; the service is asked, at most once an hour, and nothing is said where it is silent.
extension CompletionKind {
    static var lokus: CompletionKind { .shellCommand("selaras complete lokus 2>/dev/null") }
    static var desa: CompletionKind { .shellCommand("selaras complete desa 2>/dev/null") }
    static var kabupaten: CompletionKind { .shellCommand("selaras complete kabupaten 2>/dev/null") }
    static var agency: CompletionKind { .shellCommand("selaras complete agency 2>/dev/null") }
    static var problem: CompletionKind { .shellCommand("selaras complete problem 2>/dev/null") }
    static var setting: CompletionKind { .shellCommand("selaras complete setting 2>/dev/null") }
    static var profile: CompletionKind { .shellCommand("selaras complete profile 2>/dev/null") }
}
