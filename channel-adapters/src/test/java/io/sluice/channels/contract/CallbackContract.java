package io.sluice.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.fixture.Eventually;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.CallbackReading.Authentic;
import io.sluice.core.channel.CallbackReading.Awaiting;
import io.sluice.core.channel.CallbackReading.Refused;
import io.sluice.core.channel.ChannelOutcome.Approved;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.RawCallback;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Callbacks as the channel sends them: again, together, with lies in them; and as anybody may send them. */
public interface CallbackContract {

    /** One for each test. */
    Shop<?> shop();

    @Test
    default void aCallbackNamesItsOrder() {
        PayOrder order = shop().order("approved");
        shop().place(order);

        assertThat(number(shop().read(shop().callbacks(1).getFirst()))).isEqualTo(order.number());
    }

    private static String number(CallbackReading reading) {
        return switch (reading) {
            case Authentic authentic -> authentic.number();
            case Awaiting awaiting -> awaiting.number();
            default -> reading.toString();
        };
    }

    @Test
    default void aCallbackTellsWhatTheInquiryTells() {
        Placed placed = shop().place(shop().order("approved"));
        Approved approved = shop().inquireUntil(Approved.class, placed);

        assertThat(told()).isEqualTo(approved);
    }

    /** The core compares amounts: the adapter passes on what the channel says. */
    @Test
    default void aLieAboutTheAmountIsPassedOn() {
        Placed placed = shop().place(shop().order("wrong-amount"));
        shop().inquireUntil(Approved.class, placed);

        assertThat(told().paid().minor()).isEqualTo(shop().price().minor() + 1);
    }

    /** What the first callback says that tells of a payment. */
    private Approved told() {
        return Eventually.get(
                        () -> shop().callbacks(1).stream()
                                .map(shop()::read)
                                .filter(Authentic.class::isInstance)
                                .map(reading -> ((Authentic) reading).outcome())
                                .filter(Approved.class::isInstance)
                                .map(Approved.class::cast)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    @Test
    default void aCallbackKeepsItsIdWhenItIsSentAgain() {
        shop().place(shop().order("duplicate"));

        List<CallbackReading> read =
                shop().callbacks(3).stream().limit(3).map(shop()::read).toList();
        assertThat(read).containsOnly(read.getFirst()).noneMatch(Refused.class::isInstance);
    }

    @Test
    default void aProbeSimplyFails() {
        shop().place(shop().order("probe"));

        List<CallbackReading> read =
                shop().callbacks(2).stream().limit(2).map(shop()::read).toList();
        assertThat(read).filteredOn(Refused.class::isInstance).hasSize(1);
    }

    @Test
    default void aChangedBodyIsRefused() {
        RawCallback letter = genuine();
        byte[] body = letter.body().clone();
        body[body.length - 2] ^= 1;

        assertRefused(new RawCallback(letter.headers(), body, letter.receivedAt()));
        assertRefused(new RawCallback(letter.headers(), new byte[0], letter.receivedAt()));
        byte[] nonsense = "\u0000{".getBytes(StandardCharsets.UTF_8);
        assertRefused(new RawCallback(letter.headers(), nonsense, letter.receivedAt()));
    }

    @Test
    default void aCallbackWithoutItsHeadersIsRefused() {
        RawCallback letter = genuine();

        assertRefused(new RawCallback(Map.of(), letter.body(), letter.receivedAt()));
        Map<String, List<String>> twice = new HashMap<>();
        letter.headers().forEach((name, values) -> twice.put(name, List.of(values.getFirst(), values.getFirst())));
        assertRefused(new RawCallback(twice, letter.body(), letter.receivedAt()));
    }

    private RawCallback genuine() {
        shop().place(shop().order("approved"));
        return shop().callbacks(1).getFirst();
    }

    private void assertRefused(RawCallback letter) {
        assertThat(shop().read(letter)).isInstanceOf(Refused.class);
    }
}
