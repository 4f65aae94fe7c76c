internal import LibPQ
internal import Measurement
internal import Planning

/// How the targets of plans `p` are read and written.
enum TargetQueries {
    static let columns = """
        p.framework_code, p.framework_version, (p.target_ikk * 100)::bigint,
        array(select t.indicator_code from plan_target t
            where t.kabupaten_code = p.kabupaten_code and t.plan_id = p.id order by t.indicator_code),
        array(select (t.target * 100)::bigint from plan_target t
            where t.kabupaten_code = p.kabupaten_code and t.plan_id = p.id order by t.indicator_code)
        """

    static let declared: @Sendable (inout Row) throws -> DeclaredTargets = { row in
        let framework = Framework.ID(code: try row.next(), version: try row.count())
        let ikk = try row.optionalHundredths()
        let (codes, values): ([String], [Int64]) = (try row.next(), try row.next())
        let targets = zip(codes, values).map { PlanTargets.Target(indicatorCode: $0, value: Hundredths($1)) }
        return DeclaredTargets(framework: framework, targets: PlanTargets(ikk: ikk, indicators: targets))
    }

    static func of(_ plan: ActionPlan.ID) -> Query<PlanTargets?> {
        let statement: Statement = "select \(unescaped: columns) from action_plan p where p.id = \(plan.uuid)"
        return statement.first { row in try declared(&row).targets }
    }

    /// Nil without a plan.
    static func ofLokus(_ lokus: Lokus.ID) -> Query<DeclaredTargets?> {
        let statement: Statement = "select \(unescaped: columns) from action_plan p where p.lokus_id = \(lokus.uuid)"
        return statement.first(declared)
    }

    /// Of a plan that was made in this transaction.
    static func insert(_ targets: [PlanTargets.Target], of plan: ActionPlan.ID) -> Query<Void> {
        let statement: Statement = """
            insert into plan_target (kabupaten_code, plan_id, framework_code, framework_version, indicator_code, target)
            select p.kabupaten_code, p.id, p.framework_code, p.framework_version, code, value::numeric / 100
            from action_plan p cross join unnest(\(codes(targets)), \(values(targets))) declared (code, value)
            where p.id = \(plan.uuid)
            """
        return statement.void
    }

    /// Changes a plan that is still at this version, and its targets with it; returns how many rows of the plan.
    ///
    /// One statement, as targets must not be changed where the plan itself is not: by then it is another one.
    static func change(_ plan: ActionPlan.ID, at version: Int, _ change: ActionPlanChange) -> Query<Int> {
        let (keepsIKK, ikk) = change.targetIKK.parts
        let (keepsTargets, targets) = (change.targets == nil, change.targets ?? [])
        let (keepsDay, day) = change.meeting.on.parts
        let (keepsPlace, place) = change.meeting.place.parts
        let (keepsMinutes, minutes) = change.meeting.minutes.parts
        let statement: Statement = """
            with wanted (code, value) as (
                select code, value::numeric / 100 from unnest(\(codes(targets)), \(values(targets))) w (code, value)
            ), changed as (
                select p.kabupaten_code, p.id, coalesce(\(change.title), p.title) as title,
                    case when \(keepsIKK) then p.target_ikk else \(ikk?.count)::bigint / 100.0 end as target_ikk,
                    case when \(keepsDay) then p.meeting_on else \(day.map { PostgresDate($0) }) end as meeting_on,
                    case when \(keepsPlace) then p.meeting_place else \(place) end as meeting_place,
                    case when \(keepsMinutes) then p.meeting_minutes else \(minutes) end as meeting_minutes,
                    coalesce(\(change.meeting.participants), p.meeting_participants) as meeting_participants
                from action_plan p where p.id = \(plan.uuid)
            ), plan as (
                update action_plan p set title = c.title, target_ikk = c.target_ikk, meeting_on = c.meeting_on,
                    meeting_place = c.meeting_place, meeting_minutes = c.meeting_minutes,
                    meeting_participants = c.meeting_participants
                from changed c
                where p.kabupaten_code = c.kabupaten_code and p.id = c.id and p.version = \(Int32(clamping: version))
                    and ((p.title, p.target_ikk, p.meeting_on, p.meeting_place, p.meeting_minutes,
                            p.meeting_participants) is distinct from (c.title, c.target_ikk, c.meeting_on,
                            c.meeting_place, c.meeting_minutes, c.meeting_participants)
                        or not \(keepsTargets) and (
                            exists (select w.code, w.value from wanted w except select t.indicator_code, t.target
                                from plan_target t where t.kabupaten_code = p.kabupaten_code and t.plan_id = p.id)
                            or exists (select t.indicator_code from plan_target t
                                where t.kabupaten_code = p.kabupaten_code and t.plan_id = p.id
                                except select w.code from wanted w)))
                returning p.kabupaten_code, p.id, p.framework_code, p.framework_version
            ), gone as (
                delete from plan_target t using plan
                where not \(keepsTargets) and t.kabupaten_code = plan.kabupaten_code and t.plan_id = plan.id
                    and t.indicator_code not in (select w.code from wanted w)
            ), put as (
                insert into plan_target (kabupaten_code, plan_id, framework_code, framework_version, indicator_code,
                    target)
                select plan.kabupaten_code, plan.id, plan.framework_code, plan.framework_version, w.code, w.value
                from plan cross join wanted w
                on conflict (kabupaten_code, plan_id, indicator_code) do update set target = excluded.target
                    where plan_target.target <> excluded.target
            )
            select count(*) from plan
            """
        return statement.one { row in try row.next(Int.self) }
    }

    private static func codes(_ targets: [PlanTargets.Target]) -> [String] { targets.map(\.indicatorCode) }

    private static func values(_ targets: [PlanTargets.Target]) -> [Int64] { targets.map(\.value.count) }
}

/// What a plan declared, and by which version of the framework its targets and interventions name indicators.
struct DeclaredTargets {
    let framework: Framework.ID
    let targets: PlanTargets

    /// What the plan calls the indicators of a comparison; nil where it is by another version than its rounds.
    func codes(by scheme: ScoringScheme, over bridge: FrameworkBridge?) -> [String]? {
        guard framework.code == scheme.framework.id.code else { return nil }
        if let bridge { return [bridge.before, bridge.after].first { $0.version == framework.version }?.codes }
        return framework == scheme.framework.id ? scheme.framework.indicators.map(\.code) : nil
    }
}

extension FrameworkBridge {
    /// What the version that this bridge begins with calls the indicators of another, empty for those without one.
    func codes(of scheme: ScoringScheme) -> [String] {
        let names = Dictionary(zip(after.codes, before.codes)) { first, _ in first }
        return scheme.framework.indicators.map { names[$0.code] ?? "" }
    }
}

extension Change {
    /// Whether what there is stays, and otherwise what takes its place.
    fileprivate var parts: (keeps: Bool, value: Value?) {
        switch self {
        case .keep: (true, nil)
        case .clear: (false, nil)
        case .set(let value): (false, value)
        }
    }
}
