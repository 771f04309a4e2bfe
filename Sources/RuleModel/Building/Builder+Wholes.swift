import Notation

// Shares of one whole that the rules add up, and that come to more than all of it.

extension Builder {
    /// Warns where the members that one stage tells of have shares of more than 100 % together.
    ///
    /// Only of shares that some rule or report sums is it known that they part one whole; others may
    /// overlap, such as the makers that use a service.
    mutating func checkShares(_ node: SyntaxNode) {
        guard !usage.summed.isEmpty else { return }
        var sums: [Int: (least: Int64, places: [Place])] = [:]
        for member in node.each(.member) {
            guard let word = member.token(0), let collection = names.index(.collection, names.known(word))
            else { continue }
            for reading in member.each(.reading) {
                guard let name = reading.token(0),
                    let attribute = names.attributeIndex(names.known(name), of: ID(collection)),
                    usage.summed.contains(attribute), let least = leastShare(reading.first(.valueSet)),
                    least <= 1_000_000
                else { continue }
                sums[attribute, default: (0, [])].least += least
                sums[attribute]?.places.append(reading.place)
            }
        }
        for (attribute, sum) in sums.sorted(by: { $0.key < $1.key }) where sum.least > 1_000_000 {
            reportWhole(rules.attributes[attribute], sum.least, sum.places)
        }
    }

    private mutating func reportWhole(_ attribute: Attribute, _ least: Int64, _ places: [Place]) {
        guard let last = places.last else { return }
        let percent = least % 10_000 == 0 ? "\(least / 10_000)" : "\(Double(least) / 10_000)"
        report(
            "more-than-whole", "the shares told here come to at least \(percent)% of one whole", at: last,
            .warning, label: "`\(attribute.name)` is \(rules.wording(of: attribute.measurement.type))",
            notes: places.dropLast().suffix(3).map { Finding.Note(place: $0, label: "added to this") },
            help: [
                "lower one of them, or tell by `assumed` or a range what is not known exactly; rules add them up"
            ])
    }

    /// The least that a reading makes certain, in ten-thousandths of a percent.
    private func leastShare(_ values: SyntaxNode?) -> Int64? {
        guard let values, values.children.allSatisfy({ $0.kind == .value || $0.kind == .rangeValue }),
            values.ownTokens.isEmpty
        else { return nil }
        return figures(values).filter { $0.dimension == .percent }.map(\.run.lower).min()
    }
}
