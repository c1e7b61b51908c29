package io.sluice.sandbox.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test plants one violation; the check that should find it must name it. */
class CheckerIT {
    private static final String BOOK = "book.json";
    private static final String WEBHOOKS = "webhooks.jsonl";
    private static final String HISTORY = "history.jsonl";
    private static final String ATTEMPT = "10000000000000000000000000000001";
    private static final String PAYMENT = "pay_00000000000000000000000000000001";
    private static final String CHARGE = "{\"out_trade_no\":\"" + ATTEMPT + "\",\"amount\":1000}";

    private static final String LATE_PAYMENT = "pay_00000000000000000000000000000003";
    private static final String LATE_ATTEMPT = "10000000000000000000000000000003";
    private static final String FIRST_REFUND =
            "{\"out_refund_no\":\"20000000000000000000000000000001\",\"out_trade_no\":\"" + ATTEMPT
                    + "\",\"amount\":400}";
    private static final String GIVEN_BACK =
            "{\"out_refund_no\":\"20000000000000000000000000000003\",\"out_trade_no\":\"" + LATE_ATTEMPT
                    + "\",\"amount\":1000}";

    @TempDir
    private Path folder = Path.of("");

    private World world;

    @BeforeEach
    void allIsWell() throws Exception {
        world = World.in(folder);
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(world.check())
                .hasSize(16)
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.check()).isEmpty());
    }

    @Test
    void findsAPaymentChargedTwice() throws Exception {
        world.edit(BOOK, CHARGE, CHARGE + "," + CHARGE);
        assertThat(found("charged-once")).contains(PAYMENT + " was charged 2 times");
    }

    @Test
    void findsACaptureChargedTwice() throws Exception {
        String capture = CHARGE.replace("1000}", "500,\"out_capture_no\":\"5\"}");
        world.edit(BOOK, CHARGE, capture + "," + capture);
        assertThat(found("charged-once")).contains(PAYMENT + " was charged 2 times");
    }

    @Test
    void takesCapturesInPartsForWhatTheyAre() throws Exception {
        String first = CHARGE.replace("1000}", "400,\"out_capture_no\":\"5\"}");
        String second = CHARGE.replace("1000}", "600,\"out_capture_no\":\"6\"}");
        world.edit(BOOK, CHARGE, first + "," + second);
        assertThat(world.check())
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.check()).isEmpty());
    }

    @Test
    void findsMoreChargedThanThePaymentsAmount() throws Exception {
        world.edit(BOOK, CHARGE, CHARGE.replace("1000}", "1001}"));
        assertThat(found("charges-within")).contains(PAYMENT + " was charged 1001, its amount is 1000");
    }

    @Test
    void findsAnAcknowledgedPaymentThatIsGone() throws Exception {
        world.sql("delete from sluice.payment where merchant_order_no = 'order-2'");
        assertThat(found("acknowledged-exists"))
                .contains("pay_00000000000000000000000000000002 (order-2) was acknowledged and is not there");
    }

    @Test
    void findsAnAcknowledgedRefundThatIsGone() throws Exception {
        world.sql("delete from sluice.modification");
        assertThat(found("acknowledged-exists")).contains("rfd_20000000000000000000000000000001 of " + PAYMENT);
    }

    @Test
    void findsAPaymentThatNeverEnded() throws Exception {
        world.sql("update sluice.attempt set state = 'UNKNOWN', attention = null where state = 'MANUAL'");
        assertThat(found("all-ended")).contains("pay_00000000000000000000000000000004 is still PROCESSING");
    }

    @Test
    void findsARefundThatNeverEnded() throws Exception {
        world.sql("update sluice.modification set state = 'PROCESSING'");
        assertThat(found("all-ended")).contains("rfd_20000000000000000000000000000001");
    }

    @Test
    void findsAnAmountThatTheChannelHasOtherwise() throws Exception {
        world.edit(BOOK, CHARGE, CHARGE.replace("1000}", "999}"));
        assertThat(found("books-agree"))
                .contains(PAYMENT + ", charged: 999 by the channel's book, 1000 by the gateway, 1000 by the ledger");
    }

    @Test
    void findsAChargeThatTheGatewayDoesNotKnow() throws Exception {
        world.edit(BOOK, CHARGE, CHARGE + "," + CHARGE.replace(ATTEMPT, "77"));
        assertThat(found("books-agree")).contains("att_77, charged: 1000 by the channel's book, 0 by the gateway");
    }

    @Test
    void findsARefundThatTheLedgerMissed() throws Exception {
        world.sql("""
                alter table ledger.journal_entry disable trigger all;
                update ledger.journal_entry set kind = 'charge', payment_id = '00000000-0000-0000-0000-000000000009' where kind = 'refund'
                """);
        assertThat(found("books-agree"))
                .contains(PAYMENT + ", given back: 400 by the channel's book, 400 by the gateway, 0 by the ledger");
    }

    @Test
    void findsMoreGivenBackThanCharged() throws Exception {
        world.edit(BOOK, "\"amount\":400", "\"amount\":1001");
        assertThat(found("refunds-within")).contains(PAYMENT + ": 1001 given back by the channel's book, 1000 charged");
    }

    @Test
    void takesAConflictThatWasGivenBackForWhatItIs() throws Exception {
        givenBack();
        assertThat(world.check())
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.check()).isEmpty());
    }

    @Test
    void findsAConflictGivenBackTwice() throws Exception {
        givenBack();
        world.edit(BOOK, GIVEN_BACK, GIVEN_BACK + "," + GIVEN_BACK.replace("_no\":\"2", "_no\":\"3"));
        assertThat(found("conflicts-given-back"))
                .contains(LATE_PAYMENT + " is REVERSED, the channel charged 1000 and gave 2000 back")
                .contains("att_" + LATE_ATTEMPT + " gave back 1000 more than it took");
        assertThat(found("books-agree"))
                .contains(LATE_PAYMENT + ", given back: 2000 by the channel's book, 1000 by the gateway");
    }

    @Test
    void findsAConflictReversedThatWasNeverGivenBack() throws Exception {
        givenBack();
        world.edit(BOOK, "," + GIVEN_BACK, "");
        assertThat(found("conflicts-given-back"))
                .contains(LATE_PAYMENT + " is REVERSED, the channel charged 1000 and gave 0 back");
    }

    @Test
    void findsAConflictReversedWithoutARefundAnywhere() throws Exception {
        world.edit(BOOK, CHARGE, CHARGE + "," + CHARGE.replace(ATTEMPT, LATE_ATTEMPT));
        world.sql("update sluice.payment set state = 'REVERSED' where merchant_order_no = 'order-3'");
        assertThat(found("conflicts-given-back"))
                .contains(LATE_PAYMENT + " is REVERSED, the channel charged 1000 and gave 0 back");
    }

    @Test
    void takesAConflictThatWaitsForPeopleForWhatItIs() throws Exception {
        waitsForPeople();
        assertThat(world.check())
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.check()).isEmpty());
        world.edit(BOOK, CHARGE, CHARGE + "," + CHARGE.replace(ATTEMPT, LATE_ATTEMPT));
        assertThat(found("books-agree")).as("charged or not").isEmpty();
    }

    @Test
    void findsAConflictOfWhichNobodyIsTold() throws Exception {
        waitsForPeople();
        world.sql("update sluice.attempt set attention = null where attention = 'conflicted'");
        assertThat(found("books-agree"))
                .contains(LATE_PAYMENT + ", charged: 0 by the channel's book, 0 by the gateway, 1000 by the ledger");
    }

    /** The closed payment is said to be paid; what there is of it in the book is for people to find out. */
    private void waitsForPeople() throws Exception {
        givenBack();
        world.edit(BOOK, "," + GIVEN_BACK, "");
        world.edit(BOOK, "," + CHARGE.replace(ATTEMPT, LATE_ATTEMPT), "");
        world.sql(World.resource("waits-for-people.sql"));
    }

    /** The closed payment was paid too late, and that was given back. */
    private void givenBack() throws Exception {
        world.sql(World.resource("given-back.sql"));
        world.edit(BOOK, CHARGE, CHARGE + "," + CHARGE.replace(ATTEMPT, LATE_ATTEMPT));
        world.edit(BOOK, FIRST_REFUND, FIRST_REFUND + "," + GIVEN_BACK);
        for (int event = 3; event <= 6; event++) {
            world.append(
                    WEBHOOKS,
                    "{\"eventId\":\"evt_3000000000000000000000000000003" + event
                            + "\",\"verified\":\"ok\",\"body\":\"\"}");
        }
    }

    @Test
    void findsAGapInTheEvents() throws Exception {
        world.sql("delete from sluice.payment_event where sequence = 2 and type = 'payment.succeeded'");
        assertThat(found("sequences-whole")).contains(PAYMENT + " is at version 4, its events are [1, 3, 4]");
    }

    @Test
    void findsAnEventThatNeverArrived() throws Exception {
        world.edit(WEBHOOKS, "{\"eventId\":\"evt_30000000000000000000000000000022\"", "{\"eventId\":\"\"");
        assertThat(found("events-delivered")).contains("evt_30000000000000000000000000000022 (payment.failed");
    }

    @Test
    void findsAnEventWhoseSignatureWasNotGenuine() throws Exception {
        world.edit(
                WEBHOOKS,
                "evt_30000000000000000000000000000022\",\"verified\":\"ok\"",
                "evt_30000000000000000000000000000022\",\"verified\":\"forged\"");
        assertThat(found("events-delivered")).contains("evt_30000000000000000000000000000022");
    }

    @Test
    void findsAPaymentBookedTwice() throws Exception {
        world.sql("""
                drop index ledger.journal_entry_of_payment;
                insert into ledger.journal_entry (merchant_id, entry_id, payment_id, kind, occurred_at)
                select merchant_id, uuidv7(), payment_id, kind, occurred_at from ledger.journal_entry where kind = 'charge';
                insert into ledger.journal_line (merchant_id, entry_id, line_no, account, currency, side, amount_minor)
                select l.merchant_id, e.entry_id, l.line_no, l.account, l.currency, l.side, l.amount_minor
                  from ledger.journal_line l, ledger.journal_entry e
                 where l.entry_id = '30000000-0000-0000-0000-000000000012' and e.kind = 'charge' and e.entry_id <> l.entry_id
                """);
        assertThat(found("effects-once")).contains(PAYMENT + " is booked as charged by 2 entries");
    }

    @Test
    void findsAnEventThatSaidTwoThings() throws Exception {
        world.append(
                WEBHOOKS,
                "{\"eventId\":\"evt_30000000000000000000000000000012\",\"verified\":\"ok\",\"body\":\"other\"}");
        assertThat(found("effects-once")).contains("evt_30000000000000000000000000000012 arrived twice");
    }

    @Test
    void findsAnEventThatIsNotInTheLog() throws Exception {
        world.append(WEBHOOKS, "{\"eventId\":\"evt_99\",\"verified\":\"ok\",\"body\":\"2 of 1\"}");
        assertThat(found("effects-once")).contains("evt_99 arrived and is not in the event log");
    }

    @Test
    void findsASuccessThatWasNone() throws Exception {
        world.sql("update sluice.payment set state = 'FAILED' where merchant_order_no = 'order-1'");
        assertThat(found("answers-true")).contains(PAYMENT + " was told to have SUCCEEDED and is FAILED");
    }

    @Test
    void findsAFailureThatWasCharged() throws Exception {
        world.edit(BOOK, CHARGE, CHARGE + "," + CHARGE.replace(ATTEMPT, "10000000000000000000000000000002"));
        assertThat(found("answers-true"))
                .contains("pay_00000000000000000000000000000002 was told to be FAILED and the channel charged it");
    }

    @Test
    void findsARefundThatWasToldAndNotGiven() throws Exception {
        world.edit(BOOK, "\"out_refund_no\":\"2", "\"out_refund_no\":\"3");
        assertThat(found("answers-true")).contains("rfd_20000000000000000000000000000001 was told to have SUCCEEDED");
    }

    @Test
    void findsAnOrderThatWasSaidNotToBe() throws Exception {
        world.sql("update sluice.payment set merchant_order_no = 'order-5' where merchant_order_no = 'order-4'");
        assertThat(found("answers-true")).contains("of order order-5 the client was told that nothing was done");
    }

    @Test
    void findsAKeyThatStoodForTwoPayments() throws Exception {
        world.append(
                HISTORY,
                "{\"call\":\"pay\",\"order\":\"order-2\",\"key\":\"key-1\",\"status\":201,"
                        + "\"payment\":\"pay_00000000000000000000000000000002\",\"state\":\"FAILED\"}");
        assertThat(found("same-key-same-payment")).contains("the key key-1 was answered with");
    }

    @Test
    void findsAnOrderThatMadeTwoPayments() throws Exception {
        world.sql("update sluice.payment set merchant_order_no = 'order-1' where merchant_order_no = 'order-4'");
        assertThat(found("same-key-same-payment")).contains("order order-1 was sent with one key and made");
    }

    @Test
    void findsBooksOutOfBalance() throws Exception {
        world.sql("update ledger.balance set debit_minor = debit_minor + 1 where account = 'fee_income'");
        assertThat(found("trial-balance"))
                .contains("CNY: debits exceed credits by 1")
                .contains("fee_income CNY: its balance is -5, its lines sum to -6");
    }

    /** The violations of one check, as text. */
    private String found(String check) {
        return world.check().stream()
                .filter(finding -> finding.check().equals(check))
                .flatMap(finding -> finding.violations().stream())
                .collect(Collectors.joining("\n"));
    }
}
