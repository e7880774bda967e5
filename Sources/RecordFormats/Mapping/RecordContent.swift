/// One record before its fields are brought into ours.
enum RecordContent {
    case object(JSONValue)
    case row([String], CSVHeader)
}
