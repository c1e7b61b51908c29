package io.sluice.core.routing.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.Capabilities;
import io.sluice.core.channel.Capabilities.ManualCapture;
import io.sluice.core.channel.Capabilities.MethodCapability;
import io.sluice.core.routing.rule.model.AccountTerms;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.Weights;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferPolicyTest {

    private static final RoutingConfiguration NONE = RoutingConfiguration.NONE;

    @Test
    void anAccountThatWorksIsAvailableWithinItsChannelsLimits() {
        MethodOffer offer = OfferPolicy.offer("qr", List.of(Snapshots.candidate(0)), NONE);

        assertThat(offer.isAvailable()).isTrue();
        assertThat(offer.currencies()).containsExactly("CNY", "USD");
        assertThat(offer.requires()).isEmpty();
        assertThat(offer.canHold()).isFalse();
        assertThat(offer.through().getFirst().terms().maxMinor()).isEqualTo(1_000_000);
    }

    @Test
    void oneAccountThatWorksIsEnough() {
        Candidate off = new Candidate(
                Snapshots.account(1), Snapshots.candidate(1).capabilities(), Health.UNSEEN, false, "maintenance");
        Candidate failing = Snapshots.in(Health.State.FAILING, 2);

        MethodOffer both = OfferPolicy.offer("qr", List.of(off, failing), NONE);
        assertThat(both.isAvailable()).isFalse();
        assertThat(both.through())
                .extracting(
                        one -> one.objection() == null ? "" : one.objection().code())
                .containsExactly("switched_off", "channel_failing");
        assertThat(OfferPolicy.offer("qr", List.of(off, failing, Snapshots.candidate(0)), NONE)
                        .isAvailable())
                .isTrue();
    }

    @Test
    void aContractNarrowsWhatTheChannelTakes() {
        MethodOffer offer = OfferPolicy.offer(
                "qr", List.of(Snapshots.candidate(0)), contract(List.of(), List.of("CNY"), 500L, 2_000_000L));

        MethodCapability terms = offer.through().getFirst().terms();
        assertThat(terms.currencies()).containsExactly("CNY");
        assertThat(terms.minMinor()).isEqualTo(500);
        assertThat(terms.maxMinor()).isEqualTo(1_000_000);
        assertThat(offer.isAvailable()).isTrue();
    }

    @Test
    void whatAContractDoesNotCoverIsNotAvailable() {
        for (RoutingConfiguration none : List.of(
                contract(List.of("card"), List.of(), null, null),
                contract(List.of(), List.of("EUR"), null, null),
                contract(List.of(), List.of(), 1_000_001L, null))) {
            MethodOffer offer = OfferPolicy.offer("qr", List.of(Snapshots.candidate(0)), none);
            assertThat(offer.isAvailable()).isFalse();
            assertThat(offer.through().getFirst().objection())
                    .extracting(Exclusion::code)
                    .isEqualTo("contract_excludes");
        }
    }

    @Test
    void whatTheChannelNeedsIsToBeSent() {
        MethodCapability card = new MethodCapability("card", List.of("CNY"), 1, 100, true, ManualCapture.ONCE, true);
        Candidate bank = new Candidate(
                Snapshots.account(0),
                new Capabilities("bank", List.of(card), Duration.ZERO),
                Health.UNSEEN,
                false,
                null);

        MethodOffer offer = OfferPolicy.offer("card", List.of(bank, Snapshots.candidate(1)), NONE);
        assertThat(offer.requires()).containsExactly("card", "payer.id");
        assertThat(offer.canHold()).isTrue();
        assertThat(offer.through()).as("the other has no such method").hasSize(1);
    }

    private static RoutingConfiguration contract(
            List<String> methods, List<String> currencies, @Nullable Long least, @Nullable Long most) {
        AccountTerms terms = new AccountTerms(Snapshots.account(0), methods, currencies, least, most, null, List.of());
        return new RoutingConfiguration(1, List.of(), List.of(), List.of(terms), Weights.PREFERENCE_ONLY, 0);
    }
}
