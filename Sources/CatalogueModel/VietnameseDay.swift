package import Foundation

extension PartialDate {
    /// The day it is in Việt Nam at `instant`: UTC+7 all year.
    package init?(vietnameseDayAt instant: Date) {
        self.init(instant.addingTimeInterval(7 * 3_600).formatted(.iso8601.year().month().day()))
    }

    /// Whether the date names a day, not a month or a year.
    package var isDay: Bool { day != nil }
}
