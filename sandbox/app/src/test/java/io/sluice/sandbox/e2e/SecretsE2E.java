package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.simulators.bank.model.Cards;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentTrace;
import io.sluice.sandbox.story.PaymentWatcher;
import io.sluice.sandbox.story.SandboxAgreement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever reads logs, Kafka, Redis or a dump of the database learns no secret and no card from it. Cards are sought twice: those that
 * were paid with, in every form they may have been brought into; and whatever else looks like a card, as {@link CardNumbers} tells
 * them from times and ids.
 */
class SecretsE2E {
    private static final List<String> OUTCOMES = List.of("approved", "declined", "probe", "garbage");
    private static final String CARD = "4111111111111111";
    private static final List<CardForms> PAID_WITH = List.of(new CardForms(Cards.UNIONPAY), new CardForms(CARD));

    @Test
    void noSecretIsWrittenAnywhere() {
        Place place = SandboxFixture.place();
        var payments = OUTCOMES.parallelStream().map(SecretsE2E::pay).toList();
        var secrets = new ArrayList<>(KeptSecrets.of(SandboxFixture.sandbox()));
        var charged = Stream.of("approved", "bad-mac").map(SecretsE2E::charge).toList();
        DemoShop.pay(DemoShop.order("unionpay_agreement", "approved"));
        secrets.addAll(new CarelessShop(place).blunder(CARD));

        var writings = new Writings(place).all();

        payments.forEach(payment -> expected(payment)
                .forEach((where, texts) -> assertThat(texts)
                        .as("must be in %s", where)
                        .allMatch(text -> writings.getOrDefault(where, "").contains(text))));
        assertThat(charged).extracting(PaymentTrace::state).containsExactly("SUCCEEDED", "FAILED");
        assertThat(writings.get(Writings.TABLES)).contains("620000******0005");
        assertThat(writings.get(Writings.BANK)).contains("620000******0005");
        assertThat(writings.values()).noneMatch(text -> text.contains(SandboxAgreement.PHONE));
        assertThat(writings.entrySet().stream()
                        .flatMap(writing -> leaks(writing.getKey(), writing.getValue(), secrets)))
                .isEmpty();
    }

    private static Stream<String> leaks(String where, String text, List<Secret> secrets) {
        var found = secrets.stream().filter(secret -> secret.isIn(text)).map(Secret::name);
        var cards = PAID_WITH.stream().filter(card -> card.isIn(text)).map(CardForms::number);
        return Stream.of(found, cards, CardNumbers.in(text).stream())
                .flatMap(leaks -> leaks)
                .distinct()
                .map(what -> what + " in " + where);
    }

    @Test
    void aCardWouldBeFoundInEachPlace() {
        try (var planted = new Planted(SandboxFixture.place())) {
            var writings = new Writings(SandboxFixture.place()).all();

            writings.values().removeIf(planted.card()::isIn);
            assertThat(writings.keySet()).isEmpty();
        }
    }

    /** Who looks at nothing finds no secret either: a few things that must be in each place. */
    private static Map<String, List<String>> expected(PaymentTrace payment) {
        return Map.of(
                Writings.LOG, List.of(payment.id(), "io.sluice.callback.intake", "/admin/merchants"),
                Writings.TOPICS, List.of(payment.id(), "ce_type=", "traceparent="),
                Writings.TABLES, List.of(payment.id(), "webhook_endpoint", "wechat", CarelessShop.NAME),
                Writings.REDIS, List.of("sluice:"),
                Writings.SERVER_LOGS, List.of("database system is ready", "Ready to accept connections"),
                Writings.WEBHOOKS, List.of(payment.id(), "webhook-signature"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"secret\":\"c2VjcmV0IHNlY3JldCBzZWNyZXQ=\"",
                "\\x7365637265742073656372657420736563726574",
                "\\x226332566a636d563049484e6c59334a6c6443427a5a574e795a58513d22"
            })
    void aSecretIsFoundInEachOfItsForms(String text) {
        assertThat(new Secret("planted", "whsec_c2VjcmV0IHNlY3JldCBzZWNyZXQ=").isIn(text))
                .isTrue();
    }

    @Test
    void aCardIsToldFromOtherNumbers() {
        assertThat(CardNumbers.in("{\"card\":\"" + CARD + "\",\"time\":1767225600000000,\"id\":\"4a" + CARD + "\"}"))
                .containsExactly(CARD);
    }

    /** By a card whose number stands in {@code Cards}. */
    private static PaymentTrace charge(String outcome) {
        var order = new PaymentOrder("secret-" + UUID.randomUUID(), 900, "CNY", "card", outcome, null, null);
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }

    private static PaymentTrace pay(String outcome) {
        var order = new PaymentOrder("secret-" + UUID.randomUUID(), 900, "CNY", "wechat_native", outcome, null, null);
        return new PaymentRun(SandboxFixture.place(), PaymentWatcher.SILENT).pay(order, Duration.ofSeconds(60));
    }
}
