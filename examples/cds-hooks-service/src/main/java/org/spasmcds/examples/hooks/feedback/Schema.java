package org.spasmcds.examples.hooks.feedback;

import java.util.List;

/** The tables and statements of the feedback file. */
final class Schema {
    static final List<String> STATEMENTS = List.of(
            "pragma journal_mode = wal",
            "pragma synchronous = normal",
            "pragma busy_timeout = 5000",
            "create table if not exists card(uuid text primary key, shown integer not null, service text not null,"
                    + " indicator text not null, digest text not null) without rowid",
            "create table if not exists card_rule(card text not null, rule text not null, primary key(card, rule))"
                    + " without rowid",
            "create table if not exists feedback(card text not null, outcome text not null, suggestions text not null,"
                    + " reason_system text, reason_code text, comment text, at integer not null,"
                    + " unique(card, outcome, at))",
            "create index if not exists card_shown on card(shown)");

    static final String INSERT_CARD = "insert into card values(?, ?, ?, ?, ?)";
    static final String INSERT_RULE = "insert or ignore into card_rule values(?, ?)";

    /** Of cards that were shown only: a stranger cannot fill the disk. */
    static final String INSERT_FEEDBACK = "insert into feedback select uuid, ?, ?, ?, ?, ?, ? from card where uuid = ?"
            + " on conflict do update set outcome = excluded.outcome";

    static final List<String> FORGET = List.of(
            "delete from feedback where card in (select uuid from card where shown < ?)",
            "delete from card_rule where card in (select uuid from card where shown < ?)",
            "delete from card where shown < ?");

    /** Of several reports on one card the last counts. */
    private static final String LAST = "(select card, outcome, reason_code from (select card, outcome, reason_code,"
            + " row_number() over (partition by card order by at desc, rowid desc) as nth from feedback) where nth = 1)";

    static final String COUNTS = "select rule, count(*), sum(outcome is 'ACCEPTED'), sum(outcome is 'OVERRIDDEN')"
            + " from card_rule left join " + LAST + " as last on last.card = card_rule.card"
            + " group by rule order by 1.0 * sum(outcome is 'OVERRIDDEN') / count(outcome) desc nulls last, 2 desc, rule";

    static final String REASONS = "select rule, coalesce(reason_code, 'none'), count(*) from card_rule join " + LAST
            + " as last on last.card = card_rule.card where outcome = 'OVERRIDDEN' group by 1, 2 order by 3 desc, 2";

    private Schema() {}
}
