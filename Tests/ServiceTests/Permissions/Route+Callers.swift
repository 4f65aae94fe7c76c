/// Whom a route is for, where it is not who writes.
extension Route {
    /// Whether it is a decision of leadership, and not for who writes.
    var isDecision: Bool {
        resource == "action_plan" && ["agree", "approve", "close"].contains(action)
            || resource == "plan_amendment" && ["approve", "return"].contains(action)
    }

    /// Whether it is said for a village, and by nobody else.
    var isOfVillage: Bool { ["confirm", "dispute"].contains(action) }
}
