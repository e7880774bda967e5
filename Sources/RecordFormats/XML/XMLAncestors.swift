/// The elements that are open around the units.
struct XMLAncestors {
    /// Levels that are tried after damage: few, so that the search stays cheap.
    private static let levelsLimit = 4

    /// The outermost first.
    private var open: [XMLOpenElement] = []
    private var scopes = 0

    var innermost: XMLOpenElement? { open.last }
    var depth: Int { open.count }

    /// The element of `tag`, were it to begin now.
    func element(_ tag: XMLStartTag) -> XMLOpenElement {
        XMLOpenElement(tag, within: open.last, newScope: scopes + 1)
    }

    mutating func push(_ element: XMLOpenElement) {
        scopes = max(scopes, element.scope)
        open.append(element)
    }

    mutating func removeAll() {
        open.removeAll()
    }

    /// Closes the innermost element.
    ///
    /// - Returns: false where it has another name, and nothing is closed.
    mutating func close(_ qualifiedName: [UInt8]) -> Bool {
        guard open.last?.qualifiedName == qualifiedName else { return false }
        open.removeLast()
        return true
    }

    /// Closes an element of that name, if there is one, and those within it, whose end tags are missing.
    mutating func closeOuter(_ qualifiedName: [UInt8]) {
        if let index = open.lastIndex(where: { $0.qualifiedName == qualifiedName }) { open.removeSubrange(index...) }
    }
}

// MARK: After damage

extension XMLAncestors {
    /// Whether a unit begins within what is open, or a level further out: elements whose end tags the damage took, and a
    /// start tag that it made another's, are open no more.
    mutating func beginsUnit(_ tag: XMLStartTag, _ isUnit: XMLUnitReader.UnitTest) -> Bool {
        for level in levels {
            let parent = level > 0 ? open[level - 1] : nil
            let element = XMLOpenElement(tag, within: parent, newScope: scopes + 1)
            if isUnit(element, level, parent?.name, true) {
                open.removeSubrange(level...)
                return true
            }
        }
        return false
    }

    /// Whether an element around the damage ends; those within it are open no more.
    mutating func ends(_ qualifiedName: [UInt8]) -> Bool {
        for level in levels where level > 0 && open[level - 1].qualifiedName == qualifiedName {
            open.removeSubrange(level...)
            return true
        }
        return false
    }

    /// How many elements may still be open, innermost first.
    private var levels: [Int] {
        open.isEmpty ? [0] : Array((1...open.count).reversed().prefix(Self.levelsLimit))
    }
}
