/// A field of comma-separated text.
public enum CSVField {
    /// In quotes where it needs them.
    public static func quoted(_ text: String) -> String {
        var sink = ByteSink()
        sink.putField(text)
        return String(decoding: sink.bytes, as: UTF8.self)
    }
}
