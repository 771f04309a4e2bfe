// Packages in notation.

extension NotationWriter {
    mutating func writePackages() {
        for package in rules.packages { write(package) }
    }

    mutating func write(_ package: Package) {
        block("package \(package.name) \(quoted(package.title))") { $0.writeItems(of: package) }
    }

    private mutating func writeItems(of package: Package) {
        if !package.about.isEmpty { write(optional("about", package.about)) }
        // On one line: an attribute may be called like a keyword that opens a line, such as `side`.
        let attributes = package.attributes.map { value in
            let attribute = rules[value.attribute]
            return joined(
                attribute.name, values(value.value, attribute.measurement.type), grounds(value.grounds))
        }
        let facts = package.lensValues.map { text(of: $0) } + attributes
        if !facts.isEmpty { write(facts.joined(separator: "   ")) }
        for met in package.criteria {
            write(joined(rules[met.criterion].name, quoted(met.how), from(met.claims)))
        }
        for held in package.roles {
            write(joined("role", rules[held.role].name, rules[held.actor].name, from(held.claims)))
        }
        for phase in package.phases { write(phase, of: package) }
        for payment in package.payments { write(text(of: payment)) }
        for measure in package.measures.map({ rules[$0] }) {
            write(joined("measure", measure.name, quoted(measure.text), from(measure.claims)))
        }
        for stop in package.stops { write(joined("stop when", condition(stop.condition), from(stop.claims))) }
        for monitor in package.monitors {
            write(joined("monitor", name(monitor.watched), from(monitor.claims)))
        }
        for failure in package.failures {
            write(joined("failure", quoted(failure.text), from(failure.claims)))
        }
    }

    func text(of value: Package.LensValue) -> String {
        joined(rules[value.lens].name, rules[value.lens].values[value.value].name, grounds(value.grounds))
    }

    private func name(_ watched: Package.Monitor.Watched) -> String {
        switch watched {
        case .diagnostic(let id): rules[id].name
        case .indicator(let id): rules[id].name
        }
    }

    private mutating func write(_ phase: Package.Phase, of package: Package) {
        let before = phase.after.map {
            "after \(package.phases[$0].name)" + (phase.afterSuccess ? " succeeded" : "")
        }
        let takes = phase.takes.map { "takes \(values($0, .duration))" }
        let head = joined(
            "phase", phase.name, optional(phase.text), before, takes,
            phase.takes == nil ? "" : judgement(phase.takesGrounds.judgement))
        guard !phase.payments.isEmpty else { return write(joined(head, from(phase.claims))) }
        let payments = phase.payments.map { text(of: $0) }.joined(separator: " ")
        write(joined(head, "{", payments, "}", from(phase.claims)))
    }

    private func text(of payment: Package.Payment) -> String {
        joined(
            "pays", rules[payment.actor].name, values(payment.amount.value, payment.amount.type),
            optional("of", payment.of), payment.inAdvance ? "in advance" : "",
            payment.lasting.map { "for \(values($0, .duration))" },
            payment.cap.map { "capped at \(values($0.value, $0.type))" }, optional("until", payment.until),
            from(payment.claims))
    }
}
