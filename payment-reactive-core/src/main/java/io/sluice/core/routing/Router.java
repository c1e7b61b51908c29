package io.sluice.core.routing;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.channel.guard.ConnectedChannel;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.model.Merchant;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.routing.model.Candidate;
import io.sluice.core.routing.model.MethodOffer;
import io.sluice.core.routing.model.OfferPolicy;
import io.sluice.core.routing.model.RoutingRecord;
import io.sluice.core.routing.model.RoutingRequest;
import io.sluice.core.routing.model.RoutingSnapshot;
import io.sluice.core.routing.rule.model.Feature;
import io.sluice.core.routing.rule.model.Switches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what decides where a payment goes, as this instance sees it now, and lets the policy decide. */
public final class Router {

    private final Channels channels;

    public Router(Channels channels) {
        this.channels = channels;
    }

    /**
     * Where {@code attempt} goes.
     *
     * @param tried the accounts of the payment's earlier attempts
     */
    public RoutingRecord route(
            Merchant merchant, RoutingRequest request, AttemptId attempt, Set<ChannelAccountId> tried) {
        List<Candidate> candidates = merchant.accounts().stream()
                .map(account -> candidate(merchant, account, request.method(), tried))
                .toList();
        return RoutingRecord.of(new RoutingSnapshot(
                request, merchant.routing().configuration(), candidates, RoutingRecord.seed(attempt)));
    }

    /** How the merchant's payers can pay, now, by name. */
    public List<MethodOffer> methods(Merchant merchant) {
        Map<String, List<Candidate>> offered = new TreeMap<>();
        for (MerchantChannelAccount account : merchant.accounts()) {
            for (MethodCapability method : channels.of(account).capabilities().methods()) {
                offered.computeIfAbsent(method.method(), name -> new ArrayList<>())
                        .add(candidate(merchant, account, method.method(), Set.of()));
            }
        }
        return offered.entrySet().stream()
                .map(method -> OfferPolicy.offer(
                        method.getKey(), method.getValue(), merchant.routing().configuration()))
                .toList();
    }

    /** What the merchant's accounts offer. */
    public List<Capabilities> offers(Merchant merchant) {
        return merchant.accounts().stream()
                .map(account -> channels.of(account).capabilities())
                .toList();
    }

    private Candidate candidate(
            Merchant merchant, MerchantChannelAccount account, String method, Set<ChannelAccountId> tried) {
        ChannelAccountId id = account.configuration().id();
        ConnectedChannel channel = channels.of(account);
        String name = channel.capabilities().channel();
        return new Candidate(
                id,
                channel.capabilities(),
                channel.health(),
                tried.contains(id),
                off(merchant.routing().switches(), id, name, method, tried.isEmpty()));
    }

    /** A payment that was begun before new ones were switched off goes on. */
    private static @Nullable String off(
            Switches switches, ChannelAccountId id, String channel, String method, boolean begins) {
        return (begins ? switches.objection(Feature.NEW_PAYMENTS) : Optional.<String>empty())
                .or(() -> switches.objection(id, channel, method))
                .orElse(null);
    }
}
