package io.sluice.sandbox.simulators.scenario;

import io.sluice.sandbox.simulators.model.Playable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The simulated channels by their names in the gateway, and what each can be asked to play. */
final class KnownChannels {
    /** Its control API has a port of its own. */
    static final String BANK = "bank";

    private static final SortedMap<String, List<Playable>> OUTCOMES = new TreeMap<>(Map.of(
            "alipay",
            List.of(io.sluice.sandbox.simulators.alipay.model.Outcome.values()),
            BANK,
            List.of(io.sluice.sandbox.simulators.bank.model.Outcome.values()),
            "paypal",
            List.of(io.sluice.sandbox.simulators.paypal.model.Outcome.values()),
            "unionpay",
            List.of(io.sluice.sandbox.simulators.unionpay.model.Outcome.values()),
            "wechat",
            List.of(io.sluice.sandbox.simulators.wechat.model.Outcome.values())));

    private KnownChannels() {}

    static List<String> all() {
        return List.copyOf(OUTCOMES.keySet());
    }

    static boolean plays(String channel, String outcome) {
        Playable[] known = OUTCOMES.getOrDefault(channel, List.of()).toArray(new Playable[0]);
        return Playable.ofLabel(known, outcome).isPresent();
    }

    static String outcomes(String channel) {
        return OUTCOMES.getOrDefault(channel, List.of()).stream()
                .map(Playable::label)
                .collect(Collectors.joining(", "));
    }

    /** The channels that a step names: one, or all of them. */
    static List<String> named(String channel) {
        return channel.equals("all") ? all() : List.of(channel);
    }
}
