package io.sluice.core.routing.model;

import static io.sluice.core.routing.model.Snapshots.account;
import static io.sluice.core.routing.model.Snapshots.candidate;
import static io.sluice.core.routing.model.Snapshots.costs;
import static io.sluice.core.routing.model.Snapshots.in;
import static io.sluice.core.routing.model.Snapshots.rule;
import static io.sluice.core.routing.model.Snapshots.rules;
import static io.sluice.core.routing.model.Snapshots.snapshot;
import static io.sluice.core.routing.model.Snapshots.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.money.Money;
import io.sluice.core.payment.model.CaptureMethod;
import io.sluice.core.routing.model.Health.State;
import io.sluice.core.routing.model.RoutingDecision.Chosen;
import io.sluice.core.routing.model.RoutingDecision.Reason;
import io.sluice.core.routing.model.RoutingDecision.Refused;
import io.sluice.core.routing.model.RoutingDecision.Unavailable;
import io.sluice.core.routing.rule.model.AccountTerms;
import io.sluice.core.routing.rule.model.CostRule;
import io.sluice.core.routing.rule.model.CostRule.CostTier;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.RoutingRule;
import io.sluice.core.routing.rule.model.RoutingRule.Action;
import io.sluice.core.routing.rule.model.RuleCondition;
import io.sluice.core.routing.rule.model.Weights;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is chosen, and why. */
class RoutingPolicyTest {

    @Test
    void withoutRulesTheMerchantsOrderOfPreferenceDecides() {
        assertChosen(snapshot(RoutingConfiguration.NONE, candidate(0), candidate(1)), 0, Reason.BEST_SCORE);
        assertChosen(snapshot(RoutingConfiguration.NONE, candidate(1)), 1, Reason.ONLY_CANDIDATE);
    }

    @Test
    void whatFailsIsLeftAndWhatRecoversWaits() {
        assertChosen(snapshot(RoutingConfiguration.NONE, in(State.FAILING, 0), candidate(1)), 1, Reason.ONLY_CANDIDATE);
        assertChosen(
                snapshot(quiet(RoutingConfiguration.NONE), in(State.RECOVERING, 0), candidate(1)),
                1,
                Reason.BEST_SCORE);
        assertChosen(snapshot(RoutingConfiguration.NONE, in(State.RECOVERING, 0)), 0, Reason.ONLY_CANDIDATE);
    }

    @Test
    void rulesUsePreferAndExclude() {
        assertChosen(snapshot(rules(rule(Action.USE, 1)), candidate(0), candidate(1)), 1, Reason.ONLY_CANDIDATE);
        assertChosen(snapshot(rules(rule(Action.PREFER, 1)), candidate(0), candidate(1)), 1, Reason.BEST_SCORE);
        assertChosen(snapshot(rules(rule(Action.EXCLUDE, 0)), candidate(0), candidate(1)), 1, Reason.ONLY_CANDIDATE);
        RoutingDecision none = RoutingPolicy.decide(snapshot(rules(rule(Action.EXCLUDE, 0)), candidate(0)));
        assertThat(none.choice())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo("rule_excludes"));
    }

    @Test
    void aRuleHoldsOnlyWhereItsConditionDoes() {
        assertThat(conditioned("gold", 1, 10_000)).isEqualTo(1);
        assertThat(conditioned("silver", 1, 10_000)).isEqualTo(0);
        assertThat(conditioned("gold", 10_001, 20_000)).isEqualTo(0);
    }

    private static int conditioned(String tier, long min, long max) {
        RuleCondition when = new RuleCondition(List.of("qr"), List.of("CNY"), min, max, Map.of("tier", tier));
        RoutingRule rule = new RoutingRule("r", when, Action.PREFER, List.of(account(1)));
        return number(RoutingPolicy.decide(snapshot(rules(rule), candidate(0), candidate(1))));
    }

    @Test
    void ofTwoThatAreAlikeTheCheaperWins() {
        Weights byCost = new Weights(0, 0, 0, 100);
        assertChosen(
                snapshot(weighted(byCost, costs(0, 60), costs(1, 38)), candidate(0), candidate(1)),
                1,
                Reason.BEST_SCORE);
        assertChosen(snapshot(weighted(byCost, costs(0, 60)), candidate(1), candidate(0)), 0, Reason.BEST_SCORE);
    }

    @Test
    void ofTwoThatAreAlikeTheSurerAndTheFasterWins() {
        Candidate unsure = candidate(0, new Health(State.WORKING, 900, 100, 50));
        Candidate sure = candidate(1, new Health(State.WORKING, 999, 100, 50));
        assertChosen(snapshot(weighted(new Weights(0, 100, 0, 0)), unsure, sure), 1, Reason.BEST_SCORE);
        Candidate slow = candidate(0, new Health(State.WORKING, 1000, 900, 50));
        Candidate fast = candidate(1, new Health(State.WORKING, 1000, 80, 50));
        assertChosen(snapshot(weighted(new Weights(0, 0, 100, 0)), slow, fast), 1, Reason.BEST_SCORE);
    }

    @Test
    void costsHaveCapsAndTiers() {
        CostRule cost = new CostRule("CNY", 100, 5, 10L, 500L, List.of(new CostTier(20_000, 50, 0)));
        assertThat(costOf(cost, 100)).isEqualTo(10);
        assertThat(costOf(cost, 10_000)).isEqualTo(105);
        assertThat(costOf(cost, 20_000)).isEqualTo(100);
        assertThat(costOf(cost, 1_000_000)).isEqualTo(500);
    }

    private static long costOf(CostRule cost, long amountMinor) {
        var terms = new AccountTerms(account(0), List.of(), List.of(), null, null, null, List.of(cost));
        return weighted(Weights.PREFERENCE_ONLY, terms)
                .cost(account(0), Money.of(amountMinor, "CNY"))
                .orElseThrow()
                .minor();
    }

    @Test
    void whatIsOnlyForNowIsNoRefusal() {
        Candidate off = new Candidate(
                account(0), candidate(0).capabilities(), Health.UNSEEN, false, "channel wechat is switched off");
        assertThat(RoutingPolicy.decide(snapshot(RoutingConfiguration.NONE, off))
                        .choice())
                .isEqualTo(new Unavailable("switched_off", "channel wechat is switched off"));
        Candidate useless = new Candidate(
                account(1), new Capabilities("other", List.of(), Duration.ZERO), Health.UNSEEN, false, null);
        assertThat(RoutingPolicy.decide(snapshot(RoutingConfiguration.NONE, useless))
                        .choice())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo("method_unavailable"));
    }

    private static RoutingConfiguration quiet(RoutingConfiguration configuration) {
        return new RoutingConfiguration(
                0, configuration.rules(), configuration.split(), configuration.accounts(), configuration.weights(), 0);
    }

    @Test
    void onlyTheAccountThatSignedAnAgreementChargesByIt() {
        RoutingRequest agreed = new RoutingRequest(
                "qr", Snapshots.REQUEST.amount(), Map.of(), false, CaptureMethod.AUTOMATIC, Snapshots.account(1));
        assertChosen(agreed(agreed, candidate(0), candidate(1)), 1, Reason.ONLY_CANDIDATE);
        assertThat(RoutingPolicy.decide(agreed(agreed, candidate(0))).choice())
                .isInstanceOfSatisfying(
                        RoutingDecision.Refused.class,
                        no -> assertThat(no.field()).isEqualTo("agreement"));
    }

    private static RoutingSnapshot agreed(RoutingRequest request, Candidate... candidates) {
        return new RoutingSnapshot(request, RoutingConfiguration.NONE, List.of(candidates), 7);
    }

    private static void assertChosen(RoutingSnapshot snapshot, int number, Reason reason) {
        assertThat(RoutingPolicy.decide(snapshot).choice()).isEqualTo(new Chosen(account(number), reason));
    }

    private static int number(RoutingDecision decision) {
        return ((Chosen) decision.choice()).account().equals(account(0)) ? 0 : 1;
    }
}
