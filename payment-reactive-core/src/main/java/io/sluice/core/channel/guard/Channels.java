package io.sluice.core.channel.guard;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.sluice.core.card.Cards;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The channels this process can speak, and the accounts opened so far; an edited account is opened anew. */
public final class Channels {

    private final Map<String, ChannelProvider> providers;
    private final Map<ChannelAccountId, Opened> opened = new ConcurrentHashMap<>();
    private final ChannelEnvironment environment;
    private final Map<String, ObservedCalls> calls;
    private final int callsPerSecond;
    private final Cards cards;

    /** How often an account is called at most, unless its terms or the installation say otherwise. */
    public static final int USUAL_CALLS_PER_SECOND = 5000;

    /** Without traces. */
    public Channels(List<ChannelProvider> providers, ChannelEnvironment environment, MeterRegistry meters) {
        this(providers, environment, meters, Tracer.NOOP);
    }

    public Channels(
            List<ChannelProvider> providers, ChannelEnvironment environment, MeterRegistry meters, Tracer tracer) {
        this(providers, environment, meters, tracer, USUAL_CALLS_PER_SECOND, Cards.NONE);
    }

    /**
     * @param callsPerSecond that this instance may make with one account, unless its terms say otherwise
     * @param cards where channels that charge cards find them
     */
    public Channels(
            List<ChannelProvider> providers,
            ChannelEnvironment environment,
            MeterRegistry meters,
            Tracer tracer,
            int callsPerSecond,
            Cards cards) {
        this.cards = cards;
        this.callsPerSecond = callsPerSecond;
        this.providers =
                providers.stream().collect(Collectors.toUnmodifiableMap(ChannelProvider::channel, Function.identity()));
        this.environment = environment;
        this.calls = this.providers.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), channel -> new ObservedCalls(channel, meters, tracer)));
        calls.forEach((channel, observed) -> GuardMeters.register(channel, () -> guards(observed), meters));
    }

    private Stream<ChannelGuard> guards(ObservedCalls of) {
        return opened.values().stream().filter(account -> account.calls == of).map(Opened::guard);
    }

    /** The adapters found on the class path. */
    public static List<ChannelProvider> installed() {
        return ServiceLoader.load(ChannelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The channels whose accounts settle their days with their host. */
    public Set<String> settling() {
        return providers.values().stream()
                .filter(ChannelProvider::settlesBatches)
                .map(ChannelProvider::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when the account's channel is not installed or its configuration is wrong */
    public ConnectedChannel of(MerchantChannelAccount account) {
        ChannelAccountId id = account.configuration().id();
        Opened known = opened.get(id);
        if (known != null && known.version == account.version()) {
            return known.channel;
        }
        Opened current =
                opened.compute(id, (key, old) -> old != null && old.version == account.version() ? old : open(account));
        return current.channel;
    }

    private Opened open(MerchantChannelAccount account) {
        String channel = account.configuration().channel();
        ChannelProvider provider = providers.get(channel);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "channel '" + channel + "' is not installed; installed are " + providers.keySet());
        }
        ObservedCalls observed = Objects.requireNonNull(calls.get(channel));
        String accountId = account.configuration().id().toString();
        ChannelGuard guard = new ChannelGuard(accountId, environment, callsPerSecond, observed);
        ConnectedChannel connected =
                new ConnectedChannel(provider.open(account.configuration(), environment), guard, cards);
        return new Opened(account.version(), connected, guard, observed);
    }

    private record Opened(long version, ConnectedChannel channel, ChannelGuard guard, ObservedCalls calls) {}
}
