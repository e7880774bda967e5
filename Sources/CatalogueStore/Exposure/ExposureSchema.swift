/// What harvesters of ours read by: resources in the order of their last change, withdrawals among them.
enum ExposureSchema {
    static let create = """
        CREATE INDEX learningResourceByChange
            ON learningResource (max(changedAt, coalesce(withdrawnAt, 0)), id);
        """
}
