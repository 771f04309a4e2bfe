/// The place of a declaration in its table of the rule base.
///
/// An `ID<Package>` cannot be mistaken for an `ID<Concept>`; both are one integer.
/// IDs number declarations in order of name, so that they do not depend on the
/// order of files or of declarations within them.
public struct ID<Declared>: Hashable, Comparable, Sendable {
    public let index: Int
    @inlinable public init(_ index: Int) { self.index = index }
    @inlinable public static func < (left: ID, right: ID) -> Bool { left.index < right.index }
}

extension ID: CustomStringConvertible {
    public var description: String { "#\(index)" }
}

/// Where something was declared, for messages and citations; it carries no meaning.
///
/// Two declarations that differ in their origins alone are equal, so that layout
/// and file names never change a verdict or a digest.
public struct Origin: Sendable, Hashable {
    public var file: String
    /// Counted from 1, as editors show them.
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// Something built by a program and not read from a file.
    public static let none = Origin(file: "", line: 0, column: 0)

    public static func == (left: Origin, right: Origin) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}
