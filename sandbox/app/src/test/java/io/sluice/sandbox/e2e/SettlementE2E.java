package io.sluice.sandbox.e2e;

import static io.sluice.sandbox.e2e.DemoShop.CLIENT;
import static io.sluice.sandbox.e2e.DemoShop.assertBooksAgree;
import static io.sluice.sandbox.e2e.DemoShop.assertSucceeds;
import static io.sluice.sandbox.e2e.DemoShop.order;
import static io.sluice.sandbox.e2e.DemoShop.pay;
import static io.sluice.sandbox.e2e.DemoShop.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Port;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Terminals' days, from the tables to the host and to who reads what came of them. The days are past ones, so that today's payments can still
 * be undone by other tests: at one the host and we have nothing, and into the other today is planted, of which the host knows nothing there.
 */
class SettlementE2E {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Test
    void aDayIsAgreedOnAndAPlantedDifferenceIsUploadedAndShown() {
        String payment = pay(order("card", "approved")).id();
        assertSucceeds(
                post("/v1/refunds", Json.object().put("payment_id", payment).put("amount", 400)), "/v1/refunds/");
        var account = ChannelAccountId.parse(
                Json.text(CLIENT.get("/v1/payments/" + payment).at("/attempts/0"), "channel_account"));
        LocalDate today = LocalDate.ofInstant(Instant.now(), BEIJING);
        LocalDate quiet = today.minusDays(3);
        LocalDate planted = today.minusDays(2);
        due(account, quiet, quiet);
        due(account, planted, today);
        settleNow(account, quiet);
        settleNow(account, planted);

        SandboxFixture.eventually(
                WITHIN,
                () -> state(account, quiet).equals("agreed")
                        && state(account, planted).equals("uploaded"));

        JsonNode agreed = Objects.requireNonNull(settlement(account, quiet));
        assertThat(Json.text(agreed, "state")).as(agreed.toString()).isEqualTo("agreed");
        assertThat(agreed.at("/ours/charges").intValue()).isZero();
        JsonNode uploaded = Objects.requireNonNull(settlement(account, planted));
        assertThat(Json.text(uploaded, "state")).as(uploaded.toString()).isEqualTo("uploaded");
        assertThat(uploaded.at("/ours/charges").intValue()).isPositive();
        assertThat(uploaded.at("/ours/refunds").intValue()).isPositive();
        assertThat(uploaded.at("/theirs/charges").intValue()).isZero();
        assertThat(uploaded.at("/theirs/refunds").intValue()).isZero();
        assertBooksAgree();
    }

    /** Nothing of a day that is settled is open; of today there may be, and it is settled all the same. */
    private static void settleNow(ChannelAccountId account, LocalDate day) {
        new Management(SandboxFixture.place())
                .post(
                        "/admin/channel_accounts/" + account + "/settlements",
                        Json.object().put("day", day.toString()));
    }

    private static String state(ChannelAccountId account, LocalDate day) {
        JsonNode settlement = settlement(account, day);
        return settlement == null ? "" : Json.text(settlement, "state");
    }

    private static @Nullable JsonNode settlement(ChannelAccountId account, LocalDate day) {
        return days().filter(one -> Json.text(one, "channel_account").equals(account.toString()))
                .filter(one -> Json.text(one, "day").equals(day.toString()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> days() {
        return new Management(SandboxFixture.place())
                .get("/admin/settlements?limit=100")
                .path("data")
                .valueStream();
    }

    /** As the loop would make it, but with the instants of another day. */
    private static void due(ChannelAccountId account, LocalDate day, LocalDate instantsOf) {
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/sluice?user=sluice"
                        .formatted(SandboxFixture.place().port(Port.POSTGRES)));
                var statement = connection.prepareStatement("""
                        insert into sluice.batch_settlement (
                            account_id, day, merchant_id, batch_from, batch_until, state, due_at, version, updated_at)
                        select account_id, ?, merchant_id, ?, ?, 'DUE', now(), 1, now()
                        from sluice.channel_account where account_id = ?""")) {
            statement.setObject(1, day);
            statement.setObject(2, instantsOf.atStartOfDay().atOffset(BEIJING));
            statement.setObject(3, instantsOf.plusDays(1).atStartOfDay().atOffset(BEIJING));
            statement.setObject(4, account.value());
            assertThat(statement.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
