/// Student's t distribution, as far as intervals of few observations need it.
enum StudentT {
    /// The 97.5 % quantile, by Fisher and Cornish's expansion around that of the normal distribution (Abramowitz and Stegun,
    /// "Handbook of Mathematical Functions", 26.7.5): wrong by less than 0.02 % from 5 degrees of freedom on.
    static func z95(degrees: Int) -> Double {
        let (z, v) = (Normal.z95, Double(degrees))
        let square = z * z
        let first = (square + 1) / 4
        let second = ((5 * square + 16) * square + 3) / 96
        let third = (((3 * square + 19) * square + 17) * square - 15) / 384
        let fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160
        return z * (1 + first / v + second / (v * v) + third / (v * v * v) + fourth / (v * v * v * v))
    }
}
