/// A symmetric matrix, of which only the upper triangle is kept, row after row.
package struct SymmetricMatrix: Hashable, Sendable {
    /// Rows, and columns.
    package let order: Int
    /// Row 0 from its diagonal on, then row 1 from its diagonal on, and so on: order × (order + 1) / 2 elements.
    package private(set) var packed: [Double]

    init(order: Int) {
        self.order = order
        packed = [Double](repeating: 0, count: Self.elements(order: order))
    }

    /// As read back from storage; throws where the number of elements is another.
    package init(order: Int, packed: [Double]) throws(FrameworkMismatch) {
        try FrameworkMismatch.check(packed.count, is: Self.elements(order: order))
        self.order = order
        self.packed = packed
    }

    static func elements(order: Int) -> Int { order * (order + 1) / 2 }

    /// Where the row's diagonal element stands.
    private func start(_ row: Int) -> Int { row * order - row * (row - 1) / 2 }

    package subscript(row: Int, column: Int) -> Double {
        get { packed[start(min(row, column)) + abs(row - column)] }
        set { packed[start(min(row, column)) + abs(row - column)] = newValue }
    }

    /// c′Mc: the variance of Σ c_i x_i where this is the covariance of the x. What is left of terms that cancel is 0,
    /// so that rounding makes neither a negative variance nor a tiny one.
    func quadratic(_ coefficients: [Double]) -> Double {
        var (sum, size) = (0.0, 0.0)
        for row in 0..<order where coefficients[row] != 0 {
            let start = start(row)
            for column in row..<order {
                let term = coefficients[row] * coefficients[column] * packed[start + column - row]
                let times = column == row ? term : 2 * term
                sum += times
                size += abs(times)
            }
        }
        return sum > 1e-13 * size ? sum : 0
    }

    /// Adds vv′ for every row v of `rows`, which are `order` long and stand one after the other.
    ///
    /// Half of the products, none for an element of 0, and contiguous, so that the compiler can do several at a time.
    mutating func addOuterProducts(of rows: UnsafeBufferPointer<Double>) {
        let order = order
        packed.withUnsafeMutableBufferPointer { sums in
            for first in stride(from: 0, to: rows.count, by: order) {
                var start = first
                var place = 0
                for length in stride(from: order, to: 0, by: -1) {
                    let value = rows[start]
                    if value != 0 {
                        for step in 0..<length { sums[place + step] += value * rows[start + step] }
                    }
                    start += 1
                    place += length
                }
            }
        }
    }

    /// Adds `factor` times the other, which is of the same order.
    mutating func add(_ other: SymmetricMatrix, times factor: Double) {
        for position in packed.indices { packed[position] += factor * other.packed[position] }
    }

    /// Divides element (i, j) by `scale[i]` × `scale[j]`; a scale of 0 leaves its row and column 0.
    mutating func divide(by scale: [Double]) {
        var place = 0
        for row in 0..<order {
            for column in row..<order {
                let divisor = scale[row] * scale[column]
                packed[place] = divisor > 0 ? packed[place] / divisor : 0
                place += 1
            }
        }
    }

    /// Only these rows and columns, in this order.
    func selecting(_ positions: [Int]) -> SymmetricMatrix {
        var chosen = SymmetricMatrix(order: positions.count)
        for (row, from) in positions.enumerated() {
            for (column, to) in positions.enumerated() where column >= row { chosen[row, column] = self[from, to] }
        }
        return chosen
    }
}
