import Store

/// One thing that somebody may do to the events of an area, and what should be found of it.
struct Tampering: Sendable {
    let name: String
    let sql: String
    let isFound: @Sendable (AuditFault) -> Bool

    typealias Maker = @Sendable (_ area: String, _ size: Int, _ random: inout Chance) -> Tampering

    static let all: [Maker] =
        columns.map(edit) + [
            deleteHead, deleteMiddle, deleteTail, cutTail, deleteAll, insert, append, exchange, move, rewrite, restore,
            repeated, beforeTheFirst,
        ]

    /// What changes each column, whatever it was; `number` and `area_code` are those of `move`.
    private static let columns = [
        "occurred_at": "occurred_at + interval '1 microsecond'",
        "principal_id": "case when principal_id is null then gen_random_uuid() end",
        "account_id": "case when account_id is null then gen_random_uuid() end",
        "session_id": "gen_random_uuid()",
        "request_id": "case when request_id is null then '' end",
        "subject": "subject || 'x'",
        "subject_id": "left(subject_id, -1)",
        "action": "case action when 'update' then 'insert' else 'update' end",
        "before": "case when before is null then '{}'::json else (before::text || ' ')::json end",
        "after": "case when after is null then 'null'::json else replace(after::text, ':', ': ')::json end",
        "hash": "set_byte(hash, 31, (get_byte(hash, 31) + 1) % 256)",
    ].sorted { $0.key < $1.key }

    private static func edit(_ column: (key: String, value: String)) -> Maker {
        { area, size, random in
            let number = 1 + random.next(below: size)
            return Tampering(
                name: column.key,
                sql: "update event set \(column.key) = \(column.value) where \(row(area, number))"
            ) { $0.number == number && $0.kind == .altered && $0.found != nil }
        }
    }

    private static let deleteHead: Maker = { area, size, random in
        let last = 1 + random.next(below: size - 1)
        return Tampering(name: "head", sql: "delete from event where area_code = '\(area)' and number <= \(last)") {
            $0.number == 1 && $0.kind == .missing(through: last)
        }
    }

    private static let deleteMiddle: Maker = { area, size, random in
        let first = 2 + random.next(below: size - 3)
        let last = first + random.next(below: size - first)
        return Tampering(
            name: "middle",
            sql: "delete from event where area_code = '\(area)' and number between \(first) and \(last)"
        ) { $0.number == first && $0.kind == .missing(through: last) }
    }

    private static let deleteTail: Maker = { area, size, _ in
        Tampering(name: "tail", sql: "delete from event where \(row(area, size))") {
            $0.number == size && $0.kind == .cutOff(through: size)
        }
    }

    private static let cutTail: Maker = { area, size, random in
        let first = 1 + random.next(below: size)
        return Tampering(
            name: "whole tail", sql: "delete from event where area_code = '\(area)' and number >= \(first)"
        ) { $0.number == first && $0.kind == .cutOff(through: size) }
    }

    private static let deleteAll: Maker = { area, size, _ in
        Tampering(name: "all", sql: "delete from event where area_code = '\(area)'") {
            $0.number == 1 && $0.kind == .cutOff(through: size)
        }
    }

    /// A copy of an event, with those behind it moved up.
    private static let insert: Maker = { area, size, random in
        let place = 1 + random.next(below: size)
        return Tampering(
            name: "insert",
            sql: """
                update event set number = number + 1000000 where area_code = '\(area)' and number >= \(place);
                update event set number = number - 999999 where area_code = '\(area)' and number > 1000000;
                \(copy(area, from: place + 1, to: place))
                """
        ) { $0.number == place && $0.kind == .altered }
    }

    /// Behind the last one, with a hash that does not follow from it.
    private static let append: Maker = { area, size, random in
        let model = 1 + random.next(below: size)
        return Tampering(name: "append", sql: copy(area, from: model, to: size + 1)) {
            $0.number == size + 1 && $0.kind == .altered
        }
    }

    /// Two events change places.
    private static let exchange: Maker = { area, size, random in
        let first = 1 + random.next(below: size - 1)
        let second = first + 1 + random.next(below: size - first)
        return Tampering(
            name: "exchange",
            sql: """
                update event set number = 1000000 where \(row(area, first));
                update event set number = \(first) where \(row(area, second));
                update event set number = \(second) where \(row(area, 1_000_000))
                """
        ) { $0.number == first && $0.kind == .altered }
    }

    /// Into the chain of another area, behind its last.
    private static let move: Maker = { area, size, random in
        let number = 1 + random.next(below: size)
        return Tampering(
            name: "move", sql: "update event set area_code = '64.01', number = 1 where \(row(area, number))"
        ) { fault in
            fault.number == number
                && fault.kind == (number == size ? .cutOff(through: size) : .missing(through: number))
        }
    }

    /// Edits an event and computes all hashes behind it anew: in itself the chain is right again.
    private static let rewrite: Maker = { area, size, random in
        let number = 1 + random.next(below: size)
        return Tampering(
            name: "rewrite",
            sql: "update event set subject_id = 'forged' where \(row(area, number)); \(rechain(area, from: number))"
        ) { $0.number == size && $0.kind == .rewritten(since: 1) }
    }

    /// An earlier backup, in which other things were done since: longer than what was signed.
    private static let restore: Maker = { area, size, random in
        let first = 1 + random.next(below: size)
        return Tampering(
            name: "restore",
            sql: """
                delete from event where area_code = '\(area)' and number >= \(first);
                select append_event('\(area)', 'lokus', 'other', 'insert', null, '{}')
                from generate_series(\(first), \(size + 3))
                """
        ) { $0.number == size && $0.kind == .rewritten(since: 1) }
    }

    /// Two of one number, once the key is out of the way; which of them is read first is not said.
    private static let repeated: Maker = { area, size, random in
        let number = 1 + random.next(below: size)
        return Tampering(
            name: "repeated",
            sql: "alter table event drop constraint event_pkey; \(copy(area, from: number, to: number))"
        ) { $0.number == number && ($0.kind == .repeated || $0.kind == .altered) }
    }

    private static let beforeTheFirst: Maker = { area, size, random in
        let number = -random.next(below: 3)
        return Tampering(
            name: "before the first",
            sql: """
                alter table event drop constraint event_is_numbered_from_one;
                \(copy(area, from: 1 + random.next(below: size), to: number))
                """
        ) { $0.number == number && $0.found != nil }
    }

    private static func row(_ area: String, _ number: Int) -> String {
        "area_code = '\(area)' and number = \(number)"
    }

    private static func copy(_ area: String, from: Int, to: Int) -> String {
        """
        insert into event (area_code, number, occurred_at, principal_id, account_id, session_id, request_id, subject,
            subject_id, action, before, after, hash)
        select area_code, \(to), occurred_at, principal_id, account_id, session_id, request_id, subject, 'slipped in', action,
            before, after, hash from event where \(row(area, from))
        """
    }

    private static func rechain(_ area: String, from number: Int) -> String {
        """
        do $$
        declare
            e event;
            previous bytea := (select hash from event where \(row(area, number - 1)));
        begin
            for e in select * from event where area_code = '\(area)' and number >= \(number) order by number loop
                previous := event_hash(previous, e.area_code, e.number, e.occurred_at, e.principal_id, e.account_id,
                    e.session_id, e.request_id, e.subject, e.subject_id, e.action, e.before, e.after);
                update event set hash = previous where area_code = e.area_code and number = e.number;
            end loop;
        end $$
        """
    }
}
