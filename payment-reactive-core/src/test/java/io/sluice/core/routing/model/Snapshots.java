package io.sluice.core.routing.model;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.money.Money;
import io.sluice.core.routing.model.Health.State;
import io.sluice.core.routing.rule.model.AccountTerms;
import io.sluice.core.routing.rule.model.CostRule;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingRule;
import io.sluice.core.routing.rule.model.RoutingRule.Action;
import io.sluice.core.routing.rule.model.RuleCondition;
import io.sluice.core.routing.rule.model.VolumeShare;
import io.sluice.core.routing.rule.model.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Snapshots to decide on: the accounts {@code 0}, {@code 1}, … in the merchant's order of preference. */
public final class Snapshots {

    public static final RoutingRequest REQUEST =
            new RoutingRequest("qr", Money.of(10_000, "CNY"), Map.of("tier", "gold"), false);

    private static final RuleCondition ALWAYS = new RuleCondition(List.of(), List.of(), null, null, Map.of());

    private Snapshots() {}

    public static ChannelAccountId account(int number) {
        return new ChannelAccountId(new UUID(0x7000, number));
    }

    public static Candidate candidate(int number) {
        return candidate(number, Health.UNSEEN);
    }

    public static Candidate candidate(int number, Health health) {
        MethodCapability method = new MethodCapability("qr", List.of("CNY", "USD"), 1, 1_000_000, false);
        Capabilities capabilities = new Capabilities("channel" + number, List.of(method), Duration.ofSeconds(60));
        return new Candidate(account(number), capabilities, health, false, null);
    }

    public static Candidate in(State state, int number) {
        return candidate(number, new Health(state, 1000, 100, 50));
    }

    public static RoutingSnapshot snapshot(RoutingConfiguration configuration, Candidate... candidates) {
        return new RoutingSnapshot(REQUEST, configuration, List.of(candidates), 7);
    }

    public static RoutingSnapshot seeded(RoutingSnapshot snapshot, long seed) {
        return new RoutingSnapshot(snapshot.request(), snapshot.configuration(), snapshot.candidates(), seed);
    }

    public static RoutingConfiguration rules(RoutingRule... rules) {
        return new RoutingConfiguration(1, List.of(rules), List.of(), List.of(), Weights.PREFERENCE_ONLY, 20);
    }

    public static RoutingRule rule(Action action, int... accounts) {
        return new RoutingRule(
                action.wireName(),
                ALWAYS,
                action,
                IntStream.of(accounts).mapToObj(Snapshots::account).toList());
    }

    public static RoutingConfiguration split(int... weights) {
        List<VolumeShare> shares = IntStream.range(0, weights.length)
                .mapToObj(i -> new VolumeShare(account(i), weights[i]))
                .toList();
        return new RoutingConfiguration(1, List.of(), shares, List.of(), Weights.PREFERENCE_ONLY, 0);
    }

    public static AccountTerms costs(int account, int basisPoints) {
        CostRule cost = new CostRule("CNY", basisPoints, 0, null, null, List.of());
        return new AccountTerms(account(account), List.of(), List.of(), null, null, null, List.of(cost));
    }

    public static RoutingConfiguration weighted(Weights weights, AccountTerms... terms) {
        return new RoutingConfiguration(1, List.of(), List.of(), List.of(terms), weights, 0);
    }

    /** Whatever there may be. */
    public static RoutingSnapshot any(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            candidates.add(anyCandidate(random, i));
        }
        List<Action> actions = List.of(Action.values());
        RoutingRule[] rules = new RoutingRule[random.nextInt(3)];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = rule(actions.get(random.nextInt(actions.size())), random.nextInt(4), random.nextInt(4));
        }
        int success = random.nextInt(50);
        RoutingConfiguration configuration = new RoutingConfiguration(
                random.nextInt(3),
                List.of(rules),
                random.nextBoolean()
                        ? List.of()
                        : split(1, random.nextInt(3), 5).split(),
                List.of(costs(0, random.nextInt(100)), costs(1, random.nextInt(100))),
                new Weights(50 - success, success, 25, 25),
                random.nextInt(200));
        return new RoutingSnapshot(REQUEST, configuration, List.copyOf(candidates), random.nextLong());
    }

    private static Candidate anyCandidate(Random random, int number) {
        Candidate usual = candidate(
                number,
                new Health(
                        List.of(State.values()).get(random.nextInt(3)),
                        random.nextInt(1001),
                        random.nextInt(2000),
                        random.nextInt(100)));
        return new Candidate(
                usual.account(),
                random.nextInt(6) == 0
                        ? new Capabilities("other", List.of(), Duration.ofSeconds(60))
                        : usual.capabilities(),
                usual.health(),
                random.nextInt(5) == 0,
                random.nextInt(5) == 0 ? "switched off" : null);
    }
}
