package import Phrasing
package import Planning

extension May: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            for verdict in verdicts {
                json.member(verdict.deed.name) { json in
                    json.member("allowed", verdict.refused == nil)
                    guard let refused = verdict.refused else { return }
                    json.member("reason", refused.code)
                    json.member("message") { json in
                        json.member("id", refused.message[.indonesian])
                        json.member("en", refused.message[.english])
                    }
                }
            }
        }
    }
}

extension May.Deed {
    /// Its raw value, as the writer wants a name.
    fileprivate var name: StaticString {
        switch self {
        case .update: "update"
        case .close: "close"
        case .discard: "discard"
        case .assign: "assign"
        case .accept: "accept"
        case .report: "report"
        case .submit: "submit"
        case .agree: "agree"
        case .approve: "approve"
        case .start: "start"
        case .evaluate: "evaluate"
        case .verify: "verify"
        case .confirm: "confirm"
        case .dispute: "dispute"
        case .sendBack: "return"
        case .decline: "decline"
        case .propose: "propose"
        case .budget: "budget"
        case .finish: "finish"
        case .delay: "delay"
        case .resume: "resume"
        case .cancel: "cancel"
        case .carryOver: "carry_over"
        case .withdraw: "withdraw"
        case .createAmendment: "create_amendment"
        case .importSurvey: "import_survey"
        case .createPlan: "create_plan"
        case .createIntervention: "create_intervention"
        case .importInterventions: "import_interventions"
        }
    }
}

extension May.Refused {
    /// Stable, for programs.
    package var code: String {
        switch self {
        case .role: "role"
        case .condition: "condition"
        case .author: "author"
        case .state: "state"
        }
    }

    /// For the person who would have liked to.
    package var message: Wording {
        switch self {
        case .role:
            Wording(
                id: "Peran Anda tidak berwenang melakukan tindakan ini.",
                en: "Your role is not permitted to do this.")
        case .condition(.ownAgency):
            Wording(
                id: "Hanya perangkat daerah yang bertanggung jawab yang berwenang melakukan tindakan ini.",
                en: "Only the agency that it belongs to is permitted to do this.")
        case .condition(.ownLokus):
            Wording(
                id: "Tindakan ini hanya berlaku untuk lokus di wilayah Anda sendiri.",
                en: "This is only for lokus within your own village or kecamatan.")
        case .condition(.openPlan):
            Wording(
                id: "Rencana aksinya sudah ditetapkan; sejak itu hanya pimpinan yang berwenang melakukan tindakan ini.",
                en: "Its plan is approved; from then on this is for leadership only.")
        case .author:
            Wording(
                id: "Anda ikut menyusun, mengajukan, atau sudah menilainya; orang lain yang memutuskannya.",
                en: "You wrote part of it, submitted it or have judged it already; another person decides on it.")
        case .state:
            Wording(
                id: "Tindakan ini tidak dapat dilakukan dalam keadaan sekarang.",
                en: "This cannot be done in its present state.")
        }
    }
}
