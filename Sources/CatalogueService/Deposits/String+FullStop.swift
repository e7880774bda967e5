extension String {
    /// The sentence without its full stop, for where one follows.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
