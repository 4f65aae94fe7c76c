extension ProblemText {
    static let aboutAmendments = [
        ProblemText(
            "amendment_is_of_an_approved_plan",
            id: "Rencana aksi tidak sedang dilaksanakan",
            "Perubahan disusun untuk rencana yang sudah ditetapkan atau sedang berjalan; rencana yang belum ditetapkan diubah "
                + "langsung, dan yang sudah dievaluasi tidak diubah lagi.",
            "Periksa keadaan rencana aksinya.",
            en: "The plan is not being carried out",
            "An amendment is of a plan that is approved or running; before that the plan itself is changed, and after its "
                + "evaluation nothing is.",
            "Check the state of the plan."),
        ProblemText(
            "amendment_follows_its_transitions",
            id: "Langkah perubahan tidak sesuai",
            "Dari keadaan sekarang langkah ini tidak ada; urutannya rancangan, diajukan, lalu ditetapkan, dikembalikan, atau "
                + "dicabut.",
            "Periksa keadaan perubahan itu.",
            en: "Wrong step for this amendment",
            "This step does not exist from where the amendment is; it goes from draft to submitted, and is then approved, sent "
                + "back or withdrawn.",
            "Check the state of the amendment."),
        ProblemText(
            "amendment_is_decided_by_another",
            id: "Ditetapkan oleh orang lain",
            "Anda ikut menyusun rencana aksi ini atau perubahannya, sehingga tidak dapat menetapkannya.",
            "Hubungi pimpinan lain yang tidak ikut menyusunnya.",
            en: "Another person approves",
            "You wrote part of this plan or of an amendment of it, so you do not approve it.",
            "Contact somebody of leadership who did not."),
        ProblemText(
            "amendment_is_open",
            id: "Perubahan sudah diajukan",
            "Isi perubahan hanya diubah selama masih rancangan atau sesudah dikembalikan.",
            "Hubungi pimpinan agar dikembalikan, atau cabut lalu susun yang baru.",
            en: "The amendment was submitted",
            "An amendment is written while it is a draft, or once it was sent back.",
            "Contact leadership to have it sent back, or withdraw it and begin another."),
        ProblemText(
            "amendment_changes_something",
            id: "Tidak ada yang berubah",
            "Perubahan harus memuat paling sedikit satu baris, dan setiap baris mengubah sesuatu.",
            "Isi baris dengan hal yang berubah.",
            en: "Nothing is changed",
            "An amendment has at least one line, and each line changes something.",
            "Fill in a line with what changes."),
        ProblemText(
            "amendment_changes_what_goes_on",
            id: "Intervensi sudah berakhir",
            "Intervensi yang selesai, dibatalkan, atau dilanjutkan ke tempat lain tidak diubah lagi.",
            "Hapus baris itu dari perubahan.",
            en: "The intervention has ended",
            "What is done, cancelled or carried over is changed no more.",
            "Leave that line out of the amendment."),
        ProblemText(
            "amendment_line_is_of_its_plan",
            id: "Intervensi tidak ada dalam rencana ini",
            "Setiap baris perubahan adalah tentang intervensi dari rencana aksi yang sama.",
            "Periksa intervensi yang disebutkan.",
            en: "No intervention of this plan",
            "Each line of an amendment is about an intervention of the same plan.",
            "Check the intervention that it names."),
        ProblemText(
            "amendment_has_the_line",
            id: "Baris tidak ada",
            "Perubahan ini tidak memuat baris dengan nomor yang disebutkan.",
            "Periksa nomor intervensi yang disebutkan.",
            en: "No such line",
            "The amendment has no line about one of those that were named.",
            "Check the references that were named."),
        ProblemText(
            "amendment_meets_no_other_change",
            id: "Sudah diubah oleh perubahan lain",
            "Hal yang sama pada intervensi ini sudah diubah sejak baris itu ditulis; tidak ada yang ditimpa.",
            "Periksa baris yang berbenturan (conflicts, now), lalu tulis ulang baris itu.",
            en: "Changed by another amendment",
            "The same was changed of this intervention since the line was written; nothing is overwritten.",
            "Check the lines in conflict (conflicts, now), then write them anew."),
        ProblemText(
            "amendment_reason_is_not_blank",
            id: "Alasan perubahan kosong",
            "Alasan perubahan tidak boleh kosong.",
            "Isi reason.",
            en: "Reason of the amendment is empty",
            "The reason of an amendment must not be empty.",
            "Fill in reason."),
    ]
}
