import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Hummingbird
import LearningTargets
import Publishing
import UsageStatistics
import Vocabularies

/// `/targets/{plan}/enter`: where officials enter figures of their territory, confirm each other's, and note difficulties.
struct TargetEntryController: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let clock: @Sendable () -> Date

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/targets/:plan/enter", use: form)
        router.post("/targets/:plan/enter", use: change)
    }

    private func official(_ context: ServiceContext) throws -> Principal {
        try context.principal(
            LocalisedText(vietnamese: "Việc này dành cho cán bộ địa bàn.", english: "This is for officials.")
        ) { $0.role == .official || $0.role == .administrator }
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        try await page(try official(context), nil, nil, request, context)
    }

    @Sendable private func change(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try official(context)
        let form = try await request.postedForm(in: context)
        let (plan, now) = (context.pathText("plan"), clock())
        do {
            try await catalogue.write { store in
                try Self.apply(form, plan: plan, TargetBook(store), store, by: principal, at: now)
            }
            return .seeOther(
                TagAddress.href("/targets/" + FormEncoding.pathSegment(plan) + "/enter", in: request.language))
        } catch let error as TargetError {
            return try await page(principal, error, form, request, context)
        }
    }

    private static func apply(
        _ form: PostedForm, plan: String, _ book: TargetBook, _ store: CatalogueStore, by principal: Principal,
        at now: Date
    ) throws {
        let registers = try store.referenceData().registers
        func check(_ territory: String) throws {
            guard mayObserve(principal, territory, registers) else { throw TargetError.foreign(territory) }
        }
        switch form["action"] {
        case "observe":
            let territory = form["territory"] ?? ""
            try check(territory)
            try book.observe(
                form["target"] ?? "", plan: plan, territory: territory, value: ReportedValue(form["value"] ?? ""),
                day: form["day"] ?? "", source: form["source"] ?? "",
                note: form["note"].flatMap { $0.isEmpty ? nil : $0 },
                by: principal.actor, at: now)
        case "confirm", "withdraw":
            guard let number = form["number"].flatMap({ Int64($0) }) else { throw Problem.damagedForm }
            try check(book.observation(number).territory)
            if form["action"] == "confirm" {
                try book.confirm(number, by: principal.actor, at: now)
            } else {
                try book.withdraw(number, because: form["why"] ?? "", by: principal.actor, at: now)
            }
        case "difficulty":
            let territory = form["territory"] ?? ""
            try check(territory)
            try book.note(
                difficulty: form["text"] ?? "", plan: plan, territory: territory, by: principal.actor, at: now)
        default: throw Problem.damagedForm
        }
    }

    /// The own territory, and those within it.
    private static func mayObserve(
        _ principal: Principal, _ territory: String, _ registers: Registers
    ) -> Bool {
        if principal.mayObserve(for: territory) { return true }
        guard let own = principal.territory else { return false }
        var next = registers.territory(territory)?.parent
        for _ in 0..<8 {
            guard let id = next else { return false }
            if id == own { return true }
            next = registers.territory(id)?.parent
        }
        return false
    }

    private func page(
        _ principal: Principal, _ fault: TargetError?, _ form: PostedForm?, _ request: Request,
        _ context: ServiceContext
    ) async throws -> Response {
        let (pages, language, id) = (pages.seen(by: context), request.language, context.pathText("plan"))
        let now = clock()
        return try await catalogue.read { searcher in
            let book = TargetBook(searcher.store)
            let plan: Plan
            do { plan = try book.plan(id) } catch let error as TargetError { throw Problem(error) }
            let names = try book.territoryNames()
            let home = principal.territory
            let registers = try searcher.reference().registers
            let own = names.keys.filter { Self.mayObserve(principal, $0, registers) }
            let reported = plan.targets.filter { $0.kind == .reported }
            let taken = Set(try reported.flatMap { try book.reporting($0, of: plan, at: now) })
            let territories = own.filter(taken.contains).sorted()
            let observations = try book.observations(of: id).filter { own.contains($0.territory) }
            let values: [String: Any] = [
                "pageTitle": PageText.text("targetEnter", in: language), "noIndex": true,
                "planTitle": plan.title[language], "fault": fault?.message[language] ?? false,
                "planHref": TagAddress.href("/targets/" + FormEncoding.pathSegment(id), in: language),
                "actionHref": TagAddress.href("/targets/" + FormEncoding.pathSegment(id) + "/enter", in: language),
                "mayEnter": !territories.isEmpty,
                "targets": reported.map {
                    ["value": $0.id, "label": $0.title[language], "isSelected": $0.id == form?["target"]]
                        as [String: Any]
                },
                "territories": territories.map {
                    [
                        "value": $0, "label": names[$0] ?? $0,
                        "isSelected": $0 == (form?["territory"] ?? home ?? plan.territory),
                    ] as [String: Any]
                },
                "value": form?["value"] ?? "", "day": form?["day"] ?? "", "source": form?["source"] ?? "",
                "note": form?["note"] ?? "", "text": form?["text"] ?? "",
                "observations": observations.prefix(200).map { observation in
                    [
                        "number": observation.number,
                        "target": plan.target(observation.target)?.title[language] ?? observation.target,
                        "territory": names[observation.territory] ?? observation.territory,
                        "value": observation.value(in: language), "why": observation.withdrawnWhy ?? false,
                        "confirmer": observation.confirmedBy ?? false,
                        "note": observation.note ?? false,
                        "day": FigureWords.day(observation.day, language), "source": observation.source,
                        "by": observation.enteredBy,
                        "state": PageText.text(
                            observation.withdrawnAt != nil
                                ? "targetWithdrawn"
                                : observation.confirmedAt != nil ? "targetConfirmed" : "targetWaiting", in: language),
                        "mayConfirm": observation.confirmedAt == nil && observation.withdrawnAt == nil
                            && observation.enteredBy != principal.actor,
                        "mayWithdraw": observation.withdrawnAt == nil,
                    ] as [String: Any]
                },
            ]
            return try pages.page(
                "target-enter", values, for: request, status: fault.map { Problem($0).status } ?? .ok)
        }
    }
}
