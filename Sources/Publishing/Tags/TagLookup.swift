/// What stands at the address of a tag.
package enum TagLookup: Sendable {
    case tag(Tag)
    /// The tag was renamed or merged: the slug of what it is now.
    case moved(to: String)
    case deleted(Tag)
}
