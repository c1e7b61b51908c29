package io.sluice.core.routing.rule.model;

import io.sluice.core.id.ChannelAccountId;
import java.util.List;
import java.util.Optional;

/** All that operators have turned off. */
public record Switches(List<Switch> off) {

    public static final Switches ALL_ON = new Switches(List.of());

    /** Why nobody may use the feature; empty when it is on. */
    public Optional<String> objection(Feature feature) {
        return off(Switch.Kind.FEATURE, feature.wireName());
    }

    /** Why no payment goes to the account; empty when all of it is on. */
    public Optional<String> objection(ChannelAccountId account, String channel, String method) {
        return off.isEmpty()
                ? Optional.empty()
                : off(Switch.Kind.ACCOUNT, account.toString())
                        .or(() -> off(Switch.Kind.CHANNEL, channel))
                        .or(() -> off(Switch.Kind.METHOD, method));
    }

    /** Why no payout goes through the account; empty when all of it is on. */
    public Optional<String> objection(ChannelAccountId account, String channel) {
        return off(Switch.Kind.ACCOUNT, account.toString()).or(() -> off(Switch.Kind.CHANNEL, channel));
    }

    private Optional<String> off(Switch.Kind kind, String name) {
        return off.stream()
                .filter(known -> known.kind() == kind && known.name().equals(name))
                .findFirst()
                .map(Switch::shown);
    }
}
