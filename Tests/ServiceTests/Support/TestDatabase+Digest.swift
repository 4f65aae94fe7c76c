import Support

extension TestDatabase {
    /// Stands for every row of every table: equal before and after what must leave no trace. That somebody was refused is
    /// recorded, so that it is not counted.
    func digest() async throws -> String {
        let tables = try await value(
            """
            select string_agg(format('select %L as name, count(*), sum(hashtext(%s::text)::bigint) from %I t where %s',
                c.relname,
                -- When a token was used last is noted behind everybody's back.
                case c.relname when 'token' then '(to_jsonb(t) - ''seen_at'')' else 't' end, c.relname,
                case c.relname when 'event' then 'action <> ''denied''' else 'true' end),
                ' union all ' order by c.relname)
            from pg_class c where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r'
            """)
        return try await value("select string_agg(d::text, ' ' order by d.name) from (\(tables)) d")
    }
}
