package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Brings callbacks to the gateway: late, out of order, again and again until acknowledged, and sometimes after. */
public final class Courier {

    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(6));

    /** The gateway's intake: answers with an HTTP status. */
    public interface Intake {

        Mono<Integer> receive(ChannelAccountId account, RawCallback callback);
    }

    /** Something that a channel has to say, as often as it takes. */
    interface News {

        String account();

        /** What it says now. */
        CallbackReading written(String callbackId);

        /** Whether what it said has taken effect. */
        boolean hasEffect(CallbackReading said);
    }

    private final SimulatedTime time;
    private final Trace trace;
    private final Chance chance;
    private final Intake intake;
    private final Map<String, CallbackReading> said = new LinkedHashMap<>();
    private final List<String> vain = new ArrayList<>();

    public Courier(SimulatedTime time, Trace trace, Chance chance, Intake intake) {
        this.time = time;
        this.trace = trace;
        this.chance = chance;
        this.intake = intake;
    }

    /** Callbacks that were acknowledged though the store did not hold what they said. */
    public List<String> acknowledgedInVain() {
        return List.copyOf(vain);
    }

    /** What the callback with this text said; null when no channel has sent it. */
    public @Nullable CallbackReading said(String text) {
        return said.get(text);
    }

    /** What it says is what is so now, whenever it arrives. */
    void bring(News news) {
        bring(news, write(news), 0);
    }

    /** A callback that no channel has sent; anything but a refusal is wrong. */
    void forge(News news) {
        later(Duration.ofSeconds(5), () -> deliver(news, "forged", AGAIN_AFTER.size()));
    }

    private void bring(News news, String text, int tries) {
        later(Duration.ofSeconds(chance.of(0.2) ? 300 : 3), () -> deliver(news, text, tries));
    }

    private String write(News news) {
        String id = "cb-" + said.size();
        said.put(id, news.written(id));
        return id;
    }

    private void later(Duration longest, Runnable work) {
        time.later(time.world(), chance.between(Duration.ofMillis(1), longest), work);
    }

    private void deliver(News news, String text, int tries) {
        RawCallback raw = new RawCallback(Map.of(), text.getBytes(StandardCharsets.UTF_8), time.instant());
        intake.receive(ChannelAccountId.parse(news.account()), raw)
                .timeout(Duration.ofSeconds(5))
                .onErrorReturn(0)
                .defaultIfEmpty(0)
                .subscribe(status -> answered(news, text, tries, status));
    }

    private void answered(News news, String text, int tries, int status) {
        CallbackReading reading = said.get(text);
        trace.step("callback %s was answered %d: %s", text, status, Objects.requireNonNullElse(reading, "forged"));
        if (status == 200 && (reading == null || !news.hasEffect(reading))) {
            vain.add(text + " (" + Objects.requireNonNullElse(reading, "forged") + ")");
        }
        if ((status != 200 || chance.of(0.2)) && tries < AGAIN_AFTER.size()) {
            time.later(time.world(), AGAIN_AFTER.get(tries), () -> bring(news, text, tries + 1));
        }
    }
}
