import Notation

// Declarations whose bodies say nothing to each other, built several at a time.

extension Builder {
    /// What becomes of each of some declarations, `nil` left out, in their order.
    ///
    /// Each run of them is built by a builder of its own, which knows all that this one knows. What these
    /// complain of and put to use is brought together in the order of the runs, so that it does not show
    /// where one ended.
    mutating func built<Item: Sendable, Part: Sendable>(
        of items: [Item], _ build: @Sendable (inout Builder, Item) -> Part?
    ) -> [Part] {
        let runs = sharing.runs(of: items.indices)
        guard runs.count > 1 else { return parts(of: items, in: items.indices, build) }
        var idle = self
        idle.findings = []
        idle.claimsToldAsFractions = [:]
        var pieces = sharing.map(runs) { [idle] run in
            var builder = idle
            let parts = builder.parts(of: items, in: run, build)
            return Piece(
                parts: parts, findings: builder.findings, usage: builder.usage,
                claimsToldAsFractions: builder.claimsToldAsFractions)
        }
        for piece in pieces {
            findings += piece.findings
            usage.formUnion(piece.usage)
            claimsToldAsFractions.merge(piece.claimsToldAsFractions) { first, _ in first }
        }
        return moved(&pieces)
    }

    /// The parts of all pieces, taken out of them and not copied: a rule holds a score of references.
    private func moved<Part>(_ pieces: inout [Piece<Part>]) -> [Part] {
        let count = pieces.reduce(0) { $0 + $1.parts.count }
        return [Part](unsafeUninitializedCapacity: count) { places, initialized in
            var place = count
            for number in pieces.indices.reversed() {
                while let part = pieces[number].parts.popLast() {
                    place -= 1
                    places.initializeElement(at: place, to: part)
                }
            }
            initialized = count
        }
    }

    private mutating func parts<Item, Part>(
        of items: [Item], in run: Range<Int>, _ build: (inout Builder, Item) -> Part?
    ) -> [Part] {
        var parts: [Part] = []
        parts.reserveCapacity(run.count)
        for place in run {
            nextVariable = 0
            toldFree = []
            valuesWithoutIs = []
            if let part = build(&self, items[place]) { parts.append(part) }
        }
        return parts
    }

    /// What comes of a run of declarations.
    private struct Piece<Part: Sendable>: Sendable {
        var parts: [Part]
        var findings: [Finding]
        var usage: Usage
        var claimsToldAsFractions: [Int: Int64]
    }
}
