extension ProblemText {
    static let aboutPlanStates = [
        ProblemText(
            "plan_follows_its_transitions",
            id: "Tahap rencana aksi tidak sesuai",
            "Dari keadaan rencana sekarang langkah ini tidak ada; urutannya rancangan, diajukan, disepakati, ditetapkan, "
                + "berjalan, dievaluasi, ditutup.",
            "Periksa keadaan rencana dan langkah berikutnya.",
            en: "Wrong step for this plan",
            "This step does not exist from where the plan is; it goes from draft to submitted, agreed, approved, running, "
                + "evaluated and closed.",
            "Check its state and what comes next."),
        ProblemText(
            "plan_content_is_open",
            id: "Rencana aksi sudah ditetapkan",
            "Isi rencana yang sudah ditetapkan (judul, target, rakor, intervensi, pagu) tidak diubah di tempat.",
            "Hubungi pimpinan, yang selama rencana belum dievaluasi dapat mengembalikannya dengan alasan; sesudah diubah, "
                + "ajukan lagi.",
            en: "The plan is approved",
            "What was approved (title, targets, meeting, interventions, budgets) is not edited in place.",
            "Contact leadership, who until it is evaluated may return the plan with a reason; then change it and submit it "
                + "again."),
        ProblemText(
            "plan_is_not_closed",
            id: "Rencana aksi sudah ditutup",
            "Dalam rencana yang sudah ditutup tidak ada lagi yang ditugaskan, diterima, atau dilaporkan.",
            "Gunakan rencana aksi lokus yang masih berjalan.",
            en: "The plan is closed",
            "Nothing is assigned, accepted or reported any more in a closed plan.",
            "Use the plan of a lokus that is still carried out."),
        ProblemText(
            "plan_is_decided_by_another",
            id: "Diputuskan oleh orang lain",
            "Anda ikut menyusun atau mengajukan rencana ini, sehingga tidak dapat menyepakati, menetapkan, atau menutupnya.",
            "Hubungi pimpinan lain yang tidak ikut menyusunnya.",
            en: "Another person decides",
            "You wrote part of this plan or submitted it, so you do not agree, approve or close it.",
            "Contact somebody of leadership who did not."),
        ProblemText(
            "plan_is_submitted_with_interventions",
            id: "Belum ada intervensi",
            "Rencana aksi diajukan bila memuat paling sedikit satu intervensi.",
            "Buat atau impor intervensinya lebih dahulu.",
            en: "No intervention yet",
            "A plan is submitted once it has at least one intervention.",
            "Create or import its interventions first."),
        ProblemText(
            "plan_is_agreed_in_a_meeting",
            id: "Rakor belum tercatat lengkap",
            "Rencana disepakati dalam rakor yang tercatat tanggal, tempat, notulen, dan pesertanya.",
            "Lengkapi meeting_on, meeting_place, meeting_minutes, dan meeting_participants.",
            en: "The meeting is not on record",
            "A plan is agreed in a meeting of which day, place, minutes and participants are on record.",
            "Complete meeting_on, meeting_place, meeting_minutes and meeting_participants."),
        ProblemText(
            "plan_is_agreed_when_its_meeting_was_held",
            id: "Rakor belum berlangsung",
            "Tanggal rakor yang tercatat masih akan datang.",
            "Periksa meeting_on, atau tunggu sampai rakor berlangsung.",
            en: "The meeting is still to come",
            "The day of the meeting on record lies in the future.",
            "Check meeting_on, or wait until the meeting was held."),
        ProblemText(
            "transition_gives_its_reason",
            id: "Alasan belum diisi",
            "Langkah ini memerlukan alasan yang dapat dibaca orang lain.",
            "Isi reason.",
            en: "No reason given",
            "This step asks for a reason that others can read.",
            "Fill in reason."),
        ProblemText(
            "plan_reason_is_not_blank",
            id: "Alasan kosong",
            "Alasan tidak boleh kosong.",
            "Isi reason.",
            en: "Reason is empty",
            "The reason must not be empty.",
            "Fill in reason."),
        ProblemText(
            "plan_meeting_is_of_this_century",
            id: "Tanggal rakor di luar rentang",
            "Tanggal rakor harus antara tahun 2000 dan 2100.",
            "Periksa meeting_on.",
            en: "Day of the meeting out of range",
            "The day of the meeting must lie between 2000 and 2100.",
            "Check meeting_on."),
        ProblemText(
            "plan_meeting_place_is_not_blank",
            id: "Tempat rakor kosong",
            "Tempat rakor tidak boleh kosong.",
            "Isi meeting_place, atau kosongkan dengan null.",
            en: "Place of the meeting is empty",
            "The place of the meeting must not be empty.",
            "Fill in meeting_place, or clear it with null."),
        ProblemText(
            "plan_meeting_minutes_are_not_blank",
            id: "Notulen kosong",
            "Notulen tidak boleh kosong.",
            "Isi meeting_minutes, atau kosongkan dengan null.",
            en: "Minutes are empty",
            "The minutes must not be empty.",
            "Fill in meeting_minutes, or clear them with null."),
    ]
}
