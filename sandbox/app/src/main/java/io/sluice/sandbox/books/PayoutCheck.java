package io.sluice.sandbox.books;

import io.sluice.sandbox.place.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What must hold of payouts. Each query answers one line a difference, naming the ids. */
enum PayoutCheck {
    SEQUENCES_WHOLE("every payout's events count from 1 without a gap, and the last tells its state", """
            select 'pyo_' || replace(p.payout_id::text, '-', '') || ' is ' || p.state || ' at version ' || p.version || ', of '
                   || coalesce(n, 0) || ' events the last says ' || coalesce(last, 'nothing')
              from sluice.payout p left join (
                   select merchant_id, payment_id, count(*) as n, min(sequence) as first, max(sequence) as top,
                          (array_agg(to_state order by sequence desc))[1] as last
                     from sluice.payment_event group by merchant_id, payment_id) e
                on e.merchant_id = p.merchant_id and e.payment_id = p.payout_id
             where (first, top, n, last) is distinct from (1, p.version, p.version::bigint, p.state)"""),
    WITHIN_EARNINGS(
            "payouts take no more than was earned when they were reserved, and their fund says what they take", """
            with taking as (
                select p.merchant_id, p.currency, sum(p.amount_minor) as minor, max(e.at) as reserved_at
                  from sluice.payout p left join sluice.payment_event e
                    on e.merchant_id = p.merchant_id and e.payment_id = p.payout_id and e.type = 'payout.reserved'
                 where p.state in ('RESERVED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'MANUAL', 'SUCCEEDED')
                 group by p.merchant_id, p.currency),
            lost as (
                select l.merchant_id, l.currency, sum(l.amount_minor) as minor
                  from ledger.journal_line l join ledger.journal_entry e using (merchant_id, entry_id)
                  join taking t on t.merchant_id = l.merchant_id and t.currency = l.currency
                 where l.account like 'merchant\\_payable:%' and l.side = 'DEBIT' and e.posted_at > t.reserved_at
                 group by l.merchant_id, l.currency)
            select 'mer_' || replace(merchant_id::text, '-', '') || ': payouts take ' || coalesce(t.minor, 0) || ' ' || currency
                   || ', the fund says ' || coalesce(f.taken_minor, 0) || ', ' || coalesce(e.earned_minor, 0)
                   || ' are earned and ' || coalesce(l.minor, 0) || ' were given back since'
              from sluice.payout_fund f full join taking t using (merchant_id, currency)
              left join ledger.merchant_earnings e using (merchant_id, currency)
              left join lost l using (merchant_id, currency)
             where coalesce(t.minor, 0) <> coalesce(f.taken_minor, 0)
                or coalesce(t.minor, 0) > coalesce(e.earned_minor, 0) + coalesce(l.minor, 0)"""),
    BOOKED("what payouts took, moved and released is booked, payout by payout", """
            select 'pyo_' || replace(p.payout_id::text, '-', '') || ' over ' || p.amount_minor || ' is ' || p.state
                   || '; the ledger has ' || coalesce(b.taken, 0) || ' taken, ' || coalesce(b.moving, 0) || ' in transit, '
                   || coalesce(b.gone, 0) || ' paid'
              from sluice.payout p left join (
                   select payment_id,
                          sum(case side when 'DEBIT' then amount_minor else -amount_minor end)
                              filter (where account like 'merchant\\_paid\\_out:%') as taken,
                          sum(case side when 'CREDIT' then amount_minor else -amount_minor end)
                              filter (where account like 'payout\\_in\\_transit:%') as moving,
                          sum(case side when 'CREDIT' then amount_minor else -amount_minor end)
                              filter (where account like 'channel\\_receivable:%') as gone
                     from ledger.payment_entries where kind like 'payout%' group by payment_id) b on b.payment_id = p.payout_id
             where (coalesce(b.taken, 0), coalesce(b.moving, 0), coalesce(b.gone, 0)) is distinct from (
                   case when p.state in ('REVIEW', 'FAILED', 'RETURNED') then 0 else p.amount_minor end,
                   case when p.state in ('REVIEW', 'FAILED', 'RETURNED', 'SUCCEEDED') then 0 else p.amount_minor end,
                   case when p.state = 'SUCCEEDED' then p.amount_minor else 0 end)"""),
    ASKED("every payout that may arrive is asked about", """
            select 'pyo_' || replace(payout_id::text, '-', '') || ' is ' || state || ' and nobody is to ask about it'
              from sluice.payout
             where state in ('RESERVED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'MANUAL') and due_at is null""");

    private static final String ALL =
            "select replace(payout_id::text, '-', ''), state, amount_minor from sluice.payout";

    private final String rule;
    private final String sql;

    PayoutCheck(String rule, String sql) {
        this.rule = rule;
        this.sql = sql;
    }

    private record Payout(String number, String state, long amountMinor) {

        boolean mayBePaid() {
            return !state.equals("FAILED") && !state.equals("REVIEW") && !state.equals("RETURNED");
        }
    }

    Finding look(SandboxDatabase database) {
        return new Finding(rule, database.query(sql, row -> row.getString(1)));
    }

    /** Against the channels' own books, line by line in both directions. */
    static Finding inBooks(SandboxDatabase database, List<JsonNode> books) {
        Map<String, Long> paid = new HashMap<>();
        for (JsonNode book : books) {
            book.path("payouts")
                    .forEach(line -> paid.merge(
                            Json.text(line, "out_payout_no"),
                            line.path("amount").asLong(),
                            Math::addExact));
        }
        List<String> differences = new ArrayList<>();
        for (Payout one : database.query(ALL, row -> new Payout(row.getString(1), row.getString(2), row.getLong(3)))) {
            Long atChannel = paid.remove(one.number());
            boolean isRight = atChannel == null
                    ? !one.state().equals("SUCCEEDED")
                    : one.mayBePaid() && atChannel == one.amountMinor();
            if (!isRight) {
                differences.add("pyo_%s is %s over %d minor units, and the channel paid %s"
                        .formatted(
                                one.number(),
                                one.state(),
                                one.amountMinor(),
                                atChannel == null ? "nothing" : atChannel.toString()));
            }
        }
        paid.forEach((unknown, minor) -> differences.add(
                "pyo_" + unknown + " was paid " + minor + " minor units, and the gateway knows it not"));
        return new Finding("the channels' books have the payouts that succeeded, and no others", differences);
    }
}
