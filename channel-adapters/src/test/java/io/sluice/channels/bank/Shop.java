package io.sluice.channels.bank;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.OrderReference;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.money.Money;
import io.sluice.sandbox.simulators.bank.model.Cards;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A merchant with a terminal, who waits two seconds for an answer. */
final class Shop {

    static final Card CARD = new Card(Cards.UNIONPAY, YearMonth.of(2031, 12));

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    final Queue<CallbackReading> late = new ConcurrentLinkedQueue<>();
    final BankChannel channel;

    Shop(Simulator simulator) {
        this(simulator, Map.of());
    }

    Shop(Simulator simulator, Map<String, String> different) {
        Map<String, String> fields = fields(simulator);
        fields.putAll(different);
        var environment =
                new ChannelEnvironment(Clock.systemUTC(), "", Duration.ofSeconds(4), (account, word) -> late.add(word));
        this.channel = (BankChannel)
                new BankProvider().open(new AccountConfiguration(ChannelAccountId.next(), "bank", fields), environment);
    }

    static Map<String, String> fields(Simulator simulator) {
        var terminal = simulator.server.credentials();
        return new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(simulator.server.port()),
                "terminal_id", terminal.terminal(),
                "merchant_no", terminal.merchant(),
                "acquirer_id", terminal.acquirer(),
                "mac_key", terminal.macKey()));
    }

    static PayOrder order(String outcome) {
        return order(AttemptId.next().channelNumber(), 1500, "tea outcome=" + outcome);
    }

    static PayOrder order(String number, long minor, String text) {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        return new PayOrder(number, Money.of(minor, "CNY"), "card", text, null, null, end, CARD);
    }

    /** As the number says, so that a test at midnight is about the right day. */
    static Instant madeAt(String number) {
        String time = AttemptId.ofChannelNumber(number).channelNumber().substring(0, 12);
        return Instant.ofEpochMilli(Long.parseLong(time, 16));
    }

    ChannelOutcome pay(PayOrder order) {
        return block(patiently(channel.pay(order)));
    }

    ChannelOutcome authorize(PayOrder order) {
        return block(patiently(channel.authorize(order)));
    }

    /** As the gateway does: who waits too long knows nothing. */
    static Mono<ChannelOutcome> patiently(Mono<ChannelOutcome> call) {
        return call.timeout(PATIENCE)
                .onErrorResume(
                        TimeoutException.class,
                        late -> Mono.just(new ChannelOutcome.Unknown("deadline_passed", "no answer")));
    }

    ChannelOutcome reverse(PayOrder order) {
        return reverse(order, false);
    }

    ChannelOutcome reverse(PayOrder order, boolean held) {
        return block(patiently(channel.reverse(new OrderReference(order.number(), order.amount(), null, held, CARD))));
    }

    static ModificationOrder modification(PayOrder order, String reference, long minor, @Nullable String outcome) {
        return new ModificationOrder(
                ModificationId.next().channelNumber(),
                order.number(),
                reference,
                Money.of(minor, "CNY"),
                order.amount(),
                true,
                outcome == null ? null : "outcome=" + outcome,
                CARD,
                null);
    }

    static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }
}
