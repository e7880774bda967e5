/// How many people of a group lived in a territory in a year, by a source.
package struct PopulationFigure: Hashable, Sendable {
    /// Identifier in the register of territories.
    package var territory: String
    /// `all`, or a group as the source names it: `15-and-older`, `working-age`.
    package var group: String
    package var year: Int
    package var people: Int
    package var source: String

    package init(territory: String, group: String, year: Int, people: Int, source: String) {
        self.territory = territory
        self.group = group
        self.year = year
        self.people = people
        self.source = source
    }
}
