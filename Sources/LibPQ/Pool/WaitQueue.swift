/// First in, first out, with removal from the middle for what is cancelled.
struct WaitQueue<Element> {
    private var elements: [UInt64: Element] = [:]
    /// Identifiers in order from `head` on; those without an element were removed.
    private var order: [UInt64] = []
    private var head = 0

    var count: Int { elements.count }
    var isEmpty: Bool { elements.isEmpty }

    mutating func append(_ element: Element, id: UInt64) {
        elements[id] = element
        order.append(id)
    }

    /// Puts back what was first, after it found no connection that works.
    mutating func prepend(_ element: Element, id: UInt64) {
        elements[id] = element
        if head > 0 {
            head -= 1
            order[head] = id
        } else {
            order.insert(id, at: 0)
        }
    }

    mutating func remove(id: UInt64) -> Element? {
        elements.removeValue(forKey: id)
    }

    /// The first element, left where it is.
    mutating func first() -> (id: UInt64, element: Element)? {
        while head < order.count {
            if let element = elements[order[head]] { return (order[head], element) }
            head += 1
        }
        order.removeAll(keepingCapacity: true)
        head = 0
        return nil
    }

    mutating func popFirst() -> Element? {
        guard let (id, element) = first() else { return nil }
        elements[id] = nil
        head += 1
        if head > 1024, head * 2 > order.count {
            order.removeFirst(head)
            head = 0
        }
        return element
    }

    mutating func removeAll() -> [Element] {
        var all: [Element] = []
        while let element = popFirst() { all.append(element) }
        return all
    }
}
