package io.sluice.sandbox.simulators.bank.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host does, by its rules alone. */
class HostRulesTest {

    private final Memory memory = new Memory();

    private static final class Memory implements Register {
        final Map<Key, Transaction> all = new HashMap<>();
        final Set<String> settled = new HashSet<>();

        @Override
        public Optional<Transaction> find(Key key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public boolean isSettled(String terminal, String batch) {
            return settled.contains(terminal + batch);
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public String nextAuthorization() {
            return "%06d".formatted(all.size());
        }
    }

    @Test
    void chargesOnceHoweverOftenItIsAsked() {
        assertThat(ask(purchase(1))).isEqualTo("00");
        assertThat(ask(purchase(1))).isEqualTo("00");
        assertThat(Totals.of(memory.all.values(), "SLUICE01", "261121")).isEqualTo(new Totals(1500, 1, 0, 0));
    }

    @Test
    void aStanBelongsToWhoeverCameFirst() {
        ask(purchase(1));
        assertThat(ask(purchase(1).with(De.RETRIEVAL, "OTHER0000000"))).isEqualTo("94");
        assertThat(reverse(purchase(1).with(De.RETRIEVAL, "OTHER0000000"))).isEqualTo("94");
    }

    @Test
    void takesBackAndStaysSo() {
        ask(purchase(1));
        assertThat(reverse(purchase(1))).isEqualTo("00");
        assertThat(reverse(purchase(1))).isEqualTo("00");
        assertThat(ask(purchase(1))).isEqualTo("12");
        assertThat(Totals.of(memory.all.values(), "SLUICE01", "261121")).isEqualTo(new Totals(0, 0, 0, 0));
    }

    @Test
    void remembersWhatMustNeverBeDone() {
        assertThat(reverse(purchase(1))).isEqualTo("25");
        assertThat(reverse(purchase(1))).isEqualTo("25");
        assertThat(ask(purchase(1))).isEqualTo("12");
    }

    @Test
    void aReversalMustNameTheOriginalAsItWas() {
        ask(purchase(1));
        assertThat(reverse(purchase(1).with(De.AMOUNT, "000000001400"))).isEqualTo("30");
        assertThat(reverse(purchase(1).with(De.PROCESSING, "030000"))).isEqualTo("30");
        assertThat(reverse(purchase(1).with(De.PAN, Cards.VISA))).isEqualTo("30");
    }

    @Test
    void voidsOnTheSameDayOnly() {
        ask(purchase(1));
        Message yesterday = about(purchase(1), "200000", "00", 3).with(De.TYPE_AND_BATCH, "23261122000");
        assertThat(ask(yesterday)).isEqualTo("12");
        assertThat(ask(about(purchase(1), "200000", "00", 2).with(De.TYPE_AND_BATCH, "23261121000")))
                .isEqualTo("00");
    }

    @Test
    void nothingIsUndoneInASettledBatch() {
        ask(purchase(1));
        memory.settled.add("SLUICE01261121");
        assertThat(reverse(purchase(1))).isEqualTo("21");
        assertThat(ask(about(purchase(1), "200000", "00", 2).with(De.TYPE_AND_BATCH, "23261121000")))
                .isEqualTo("12");
    }

    @Test
    void settlesWhereTotalsAgree() {
        ask(purchase(1));
        String right = new Totals(1500, 1, 0, 0).text();
        Message settlement = new Message(
                0x0500,
                new TreeMap<>(Map.of(De.TERMINAL, "SLUICE01", De.TYPE_AND_BATCH, "00261121201", De.ADDITIONAL, right)));
        assertThat(Totals.settle(settlement, memory.all.values()).text(De.ADDITIONAL))
                .isEqualTo(right + "1");
        assertThat(Totals.settle(settlement.with(De.ADDITIONAL, new Totals(1, 1, 0, 0).text()), memory.all.values())
                        .text(De.ADDITIONAL))
                .isEqualTo(right + "2");
    }

    @Test
    void tellsTheBalance() {
        Message balance = purchase(1).with(De.PROCESSING, "310000").with(De.TYPE_AND_BATCH, "01261121000");
        assertThat(TransactionRules.ask(balance, memory, Outcome.APPROVED)
                        .answer()
                        .text(De.BALANCE))
                .isEqualTo("0002156C000000100000");
    }

    @ParameterizedTest
    @ValueSource(ints = {De.PAN, De.AMOUNT, De.RETRIEVAL, De.ADDITIONAL, De.CURRENCY})
    void refusesWhatLacksAField(int field) {
        assertThat(ask(purchase(1).with(field, ""))).isEqualTo("30");
    }

    @Test
    void knowsItsOwnCardsOnly() {
        assertThat(ask(purchase(1).with(De.PAN, "4000000000000002"))).isEqualTo("14");
    }

    @Test
    void showsNoCard() {
        assertThat(purchase(1).toString()).doesNotContain(Cards.UNIONPAY).contains("620000******0005");
    }

    private String ask(Message message) {
        return keep(TransactionRules.ask(message, memory, Outcome.APPROVED));
    }

    private String reverse(Message original) {
        return keep(ReversalRules.ask(new Message(0x0400, original.fields()).with(De.CODE, "98"), memory));
    }

    private String keep(Verdict verdict) {
        verdict.changed().forEach(one -> memory.all.put(one.key(), one));
        return verdict.answer().text(De.CODE);
    }

    private static Message purchase(int stan) {
        var fields = new TreeMap<Integer, String>();
        fields.put(De.PAN, Cards.UNIONPAY);
        fields.put(De.PROCESSING, "000000");
        fields.put(De.AMOUNT, "000000001500");
        fields.put(De.SENT_AT, "1121204500");
        fields.put(De.STAN, "%06d".formatted(stan));
        fields.put(De.CONDITION, "00");
        fields.put(De.RETRIEVAL, "RETRIEVAL%03d".formatted(stan));
        fields.put(De.TERMINAL, "SLUICE01");
        fields.put(De.MERCHANT, "898100000000001");
        fields.put(De.ADDITIONAL, "number-" + stan);
        fields.put(De.CURRENCY, "156");
        fields.put(De.TYPE_AND_BATCH, "22261121000");
        return new Message(0x0200, fields);
    }

    private Message about(Message original, String processing, String condition, int stan) {
        return purchase(stan)
                .with(De.PROCESSING, processing)
                .with(De.CONDITION, condition)
                .with(De.ORIGINAL, "261121" + original.text(De.STAN) + original.text(De.SENT_AT))
                .with(De.AUTHORIZATION, memory.all.get(Key.of(original)).authorization());
    }
}
