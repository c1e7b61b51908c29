package io.sluice.sandbox.simulation.world;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.WebhookEndpointId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything outside of the gateway's memory. */
public final class World {

    /** Until then there is trouble; afterwards everything works, and all must come to its end. */
    public static final Duration HEALED = Duration.ofHours(1);

    /** When there has been no trouble for a while: from then on nothing may be late. */
    static final Duration AT_PEACE = HEALED.multipliedBy(2);

    private final Chance chance;
    private final Set<Object> refused = new LinkedHashSet<>();
    private final List<String> premature = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();

    public final SimulatedTime time = new SimulatedTime();
    public final Trace trace = new Trace(time);
    public final Store store = new Store();
    public final Broker broker = new Broker();
    public final Books books = new Books();
    public final WebhookEndpointId endpoint = new WebhookEndpointId(new UUID(0x7000, 1));
    public final Merchant merchant = merchant();
    public final Network network;
    public final ChannelHouse house;
    public final Teller teller;
    public final WebhookQueue queue;
    public final WebhookReceiver receiver;

    public World(Chance chance) {
        this.chance = chance;
        this.network = new Network(time, trace, chance.split(), HEALED);
        this.house = new ChannelHouse(time, trace, chance.split());
        this.teller = new Teller(time, trace, chance.split(), house);
        this.queue = new WebhookQueue(time, chance.split(), endpoint);
        this.receiver = new WebhookReceiver(time, chance.split());
    }

    static boolean isAtPeace(SimulatedTime time) {
        return time.elapsed().compareTo(AT_PEACE) >= 0;
    }

    public Chance chance() {
        return chance;
    }

    /** When something in a table becomes due. */
    public @Nullable Instant nextDue() {
        return Stream.of(store.nextDue(), queue.nextDue())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The gateway told somebody that this was not written. */
    public void saidNotWritten(Object id) {
        refused.add(id);
    }

    public Set<Object> saidNotWritten() {
        return refused;
    }

    /** An order left the gateway when it should not have. */
    public void leftTooEarly(String why) {
        premature.add(why);
    }

    public List<String> leftTooEarly() {
        return premature;
    }

    /** Something waited though nothing was in its way. */
    public void waitedInVain(String what) {
        forgotten.add(what);
    }

    public List<String> waitedInVain() {
        return forgotten;
    }

    private static Merchant merchant() {
        MerchantId id = new MerchantId(new UUID(0x7000, 2));
        return new Merchant(
                id,
                "Shop",
                true,
                true,
                new RateLimit(1000, 1000),
                List.of(new FeeRule("CNY", 60, 0)),
                List.of(account(id, "first", 3), account(id, "second", 4)));
    }

    private static MerchantChannelAccount account(MerchantId merchant, String channel, long number) {
        ChannelAccountId id = new ChannelAccountId(new UUID(0x7000, number));
        return new MerchantChannelAccount(merchant, new AccountConfiguration(id, channel, Map.of()), 1);
    }
}
