/// Questions by how much they took part in conflicts of late, the most active first; a binary heap.
struct ActivityOrder: Sendable {
    private var activities: [Double] = []
    private var heap: [Int32] = []
    /// For each question its place in the heap; -1 where it is not in it.
    private var places: [Int32] = []
    private var step = 1.0

    mutating func append() {
        activities.append(0)
        places.append(-1)
        push(activities.count - 1)
    }

    mutating func push(_ variable: Int) {
        guard places[variable] < 0 else { return }
        places[variable] = Int32(heap.count)
        heap.append(Int32(variable))
        rise(heap.count - 1)
    }

    mutating func pop() -> Int? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        places[Int(top)] = -1
        if last != top {
            heap[0] = last
            places[Int(last)] = 0
            sink(0)
        }
        return Int(top)
    }

    /// Counts a part taken in a conflict.
    mutating func bump(_ variable: Int) {
        activities[variable] += step
        if activities[variable] > 1e100 {
            for place in activities.indices { activities[place] *= 1e-100 }
            step *= 1e-100
        }
        if places[variable] >= 0 { rise(Int(places[variable])) }
    }

    /// Lets what is long past count for less.
    mutating func decay() { step *= 1 / 0.95 }

    /// Of equally active ones the older goes first, so that equal questions are tried in equal order.
    private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
        let (one, other) = (activities[Int(left)], activities[Int(right)])
        return one != other ? one > other : left < right
    }

    private mutating func rise(_ start: Int) {
        var place = start
        let moving = heap[place]
        while place > 0 {
            let parent = (place - 1) / 2
            guard isBefore(moving, heap[parent]) else { break }
            heap[place] = heap[parent]
            places[Int(heap[place])] = Int32(place)
            place = parent
        }
        heap[place] = moving
        places[Int(moving)] = Int32(place)
    }

    private mutating func sink(_ start: Int) {
        var place = start
        let moving = heap[place]
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, isBefore(heap[child + 1], heap[child]) { child += 1 }
            guard isBefore(heap[child], moving) else { break }
            heap[place] = heap[child]
            places[Int(heap[place])] = Int32(place)
            place = child
        }
        heap[place] = moving
        places[Int(moving)] = Int32(place)
    }
}
