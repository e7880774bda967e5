import HTTPTypes
import LearningTargets
import Vocabularies

extension Problem {
    init(_ error: TargetError) {
        let status: HTTPResponse.Status =
            switch error {
            case .unknownPlan, .unknownTarget, .unknownTerritory, .noSuchObservation: .notFound
            case .foreign, .samePerson: .forbidden
            case .closed, .nameTaken, .enteredAlready, .confirmedAlready, .withdrawnAlready: .conflict
            default: .unprocessableContent
            }
        self.init(
            status: status,
            title: LocalisedText(vietnamese: "Chưa làm được", english: "That cannot be done"), detail: error.message)
    }
}
