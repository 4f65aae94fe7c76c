internal import LibPQ
internal import Planning

/// How plans move from state to state, and what a state allows.
enum PlanStateQueries {
    /// What the caller's own work and the table of transitions make of a plan.
    struct Outlook: Sendable {
        let isOwnWork: Bool
        let next: [ActionPlan.Next]
    }

    /// Forward first, the way back last.
    static func outlook(_ id: ActionPlan.ID) -> Query<Outlook?> {
        let statement: Statement = """
            select is_own_work(plan.kabupaten_code, plan.id), next.actions, next.states, next.roles
            from action_plan plan
            cross join lateral (
                select coalesce(array_agg(edge.action order by edge.needs_reason, edge.action), '{}') as actions,
                    coalesce(array_agg(edge.to_state order by edge.needs_reason, edge.action), '{}') as states,
                    coalesce(array_agg(edge.roles order by edge.needs_reason, edge.action), '{}') as roles
                from (
                    select t.action, t.to_state, t.needs_reason,
                        coalesce(string_agg(p.role, ';' order by p.role), '') as roles
                    from transition t
                    left join permission p on p.resource = 'action_plan' and p.action = t.action
                        and (p.states = '{}' or t.from_state = any (p.states))
                    where t.subject = 'action_plan' and t.from_state = plan.state
                    group by t.action, t.to_state, t.needs_reason
                ) edge
            ) next
            where plan.id = \(id.uuid)
            """
        return statement.first { row in
            let isOwnWork: Bool = try row.next()
            let actions: [String] = try row.next()
            let states: [String] = try row.next()
            let roles: [String] = try row.next()
            let next = try actions.indices.map { index in
                ActionPlan.Next(
                    step: try Row.word(actions[index]), state: try Row.word(states[index]),
                    roles: roles[index].split(separator: ";").compactMap { Caller.Role(rawValue: String($0)) })
            }
            return Outlook(isOwnWork: isOwnWork, next: next)
        }
    }
}
