import ArgumentParser
import Publishing

struct TranslationWantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "want", abstract: "Đề nghị dịch · ask for a translation.")

    @OptionGroup var change: TranslationChange
    @Option(help: "Đơn vị đề nghị · institution that wants it.") var institution: String?
    @Option(help: "Để làm gì · what for.") var note: String?
    @Flag(help: "Rút đề nghị · take the wish back.") var undo = false

    func run() throws {
        try change.run { backlog, original, actor, instant in
            let wantedBy = institution ?? actor
            if undo {
                try backlog.unwant(original, for: wantedBy, by: actor, at: instant)
            } else {
                try backlog.want(original, for: wantedBy, note: note, by: actor, at: instant)
            }
        }
        undo ? change.say("Đã rút đề nghị.", "The wish is taken back.") : change.say("Đã ghi đề nghị.", "Kept.")
    }
}

struct TranslationClaimCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Nhận dịch đến một ngày · take a translation on until a day.")

    @OptionGroup var change: TranslationChange
    @Option(help: "Đơn vị dịch · institution that translates.") var institution: String
    @Option(help: "Hạn, ví dụ 2026-06-30 · last day.") var until: String

    func run() throws {
        try change.run { backlog, original, actor, instant in
            try backlog.claim(original, for: institution, until: until, by: actor, at: instant)
        }
        change.say(
            "“\(institution)” nhận dịch đến \(until); quá hạn thì trở lại danh sách.",
            "“\(institution)” has it until \(until); then it is back on the list.")
    }
}

struct TranslationReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Đưa bản dịch ra duyệt · hand the translation in for review.")

    @OptionGroup var change: TranslationChange
    @Option(help: "Địa chỉ bản thảo · address of the draft.") var draft: String?

    func run() throws {
        try change.run { backlog, original, actor, instant in
            try backlog.review(original, draft: draft, by: actor, at: instant)
        }
        change.say("Đang duyệt.", "In review.")
    }
}

struct TranslationPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Bản dịch đã là học liệu của danh mục · the translation is a resource of the catalogue.")

    @OptionGroup var change: TranslationChange
    @Argument(help: "Mã bản dịch · identifier of the translation.") var translation: String

    func run() throws {
        try change.run { backlog, original, actor, instant in
            let id = try TranslationChange.identifier(translation)
            try backlog.publish(original, as: id, by: actor, at: instant)
        }
        change.say("Đã công bố; hai học liệu dẫn đến nhau.", "Published; both resources lead to each other.")
    }
}

struct TranslationReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Trả lại, để nơi khác nhận · give it up, for others to take.")

    @OptionGroup var change: TranslationChange

    func run() throws {
        try change.run { backlog, original, actor, instant in
            try backlog.release(original, by: actor, at: instant)
        }
        change.say("Đã trả lại danh sách.", "It is back on the list.")
    }
}
