/// The faults of one file: the first hundred to read, all of them counted.
package struct FaultList: Hashable, Sendable {
    /// More than this nobody reads, and a broken file can have millions.
    package static let most = 100

    package private(set) var kept: [Fault] = []
    package private(set) var count = 0

    package init() {}

    package var isEmpty: Bool { count == 0 }

    /// The fault is only made where it is kept.
    package mutating func add(_ fault: @autoclosure () -> Fault) {
        count += 1
        if kept.count < Self.most { kept.append(fault()) }
    }
}
