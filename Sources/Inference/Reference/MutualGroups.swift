/// The places of a graph in groups that rest on each other, every group after the ones it rests on.
///
/// Tarjan's strongly connected components, with a stack of its own: chains of facts may be
/// longer than the thread's stack is deep. A place that nothing leads back to is a group of one.
func mutualGroups(of restsOn: [[Int]]) -> [[Int]] {
    var groups: [[Int]] = []
    var order = [Int?](repeating: nil, count: restsOn.count)
    var earliest = [Int](repeating: 0, count: restsOn.count)
    var isWaiting = [Bool](repeating: false, count: restsOn.count)
    var waiting: [Int] = []
    var visited = 0
    for start in restsOn.indices where order[start] == nil {
        var path: [(place: Int, next: Int)] = []
        func enter(_ place: Int) {
            order[place] = visited
            earliest[place] = visited
            visited += 1
            waiting.append(place)
            isWaiting[place] = true
            path.append((place, 0))
        }
        enter(start)
        while let (place, next) = path.last {
            if next < restsOn[place].count {
                path[path.count - 1].next += 1
                let below = restsOn[place][next]
                if let seen = order[below] {
                    if isWaiting[below] { earliest[place] = min(earliest[place], seen) }
                } else {
                    enter(below)
                }
                continue
            }
            path.removeLast()
            if let above = path.last?.place { earliest[above] = min(earliest[above], earliest[place]) }
            if earliest[place] == order[place] {
                var group: [Int] = []
                while let member = waiting.popLast() {
                    isWaiting[member] = false
                    group.append(member)
                    if member == place { break }
                }
                groups.append(group.sorted())
            }
        }
    }
    return groups
}
