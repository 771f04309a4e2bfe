/// The addresses of a walk's site.
enum WalkMap {
    static let home = PageAddress("index.html")
    static let trainer = PageAddress("trainer.html")

    static func walk(_ name: String) -> PageAddress { PageAddress("walks/\(name).html") }
    static func worksheet(_ name: String) -> PageAddress { PageAddress("worksheets/\(name).html") }
    static func key(_ name: String) -> PageAddress { PageAddress("keys/\(name).html") }

    static func way(to address: PageAddress, from page: PageAddress) -> String { page.way(to: address) }
}
