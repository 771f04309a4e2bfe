/// What a name in a condition turned out to be.
enum Operand {
    /// A value of a type; open bounds end with the domain. `isAggregate`: worked out, so that it may exceed a reading's domain.
    case figure(Expression, ValueType, domain: TickRange, isAggregate: Bool)
    case concept(ID<Concept>, of: Bearer)
    case classification(ID<Classification>, of: Bearer)
    case criterion(ID<Criterion>, of: PackageReference)
    case lens(ID<Lens>, of: PackageReference)
    case package(PackageReference)
}
