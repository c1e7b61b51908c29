package io.sluice.edge.balance;

import static io.sluice.edge.fixture.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.fixture.SignedClient;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is on a merchant's account at a channel, over HTTP. */
@ExtendWith(NoServerErrors.class)
class ChannelBalanceIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SignedClient client = EdgeFixture.shared()
            .newMerchant(SignatureAlgorithm.ED25519, "test_mode = true")
            .client();
    private final String account = JSON.readTree(client.pay("qr").body())
            .at("/attempts/0/channel_account")
            .stringValue();

    @AfterEach
    void allIsWell() {
        ScriptedProvider.MOODS.remove(account);
    }

    @Test
    void isWhatTheChannelSays() {
        HttpResponse<String> answer = ask(client);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode balance = JSON.readTree(answer.body());
        assertThat(balance.at("/channel_account").stringValue()).isEqualTo(account);
        assertThat(balance.at("/channel").stringValue()).isEqualTo("scripted");
        assertThat(balance.at("/available").longValue()).isEqualTo(-42);
        assertThat(balance.at("/currency").stringValue()).isEqualTo("CNY");
    }

    @Test
    void aChannelThatTellsNoneIsNotAskedInVain() {
        ScriptedProvider.MOODS.put(account, "declining");
        HttpResponse<String> answer = ask(client);
        assertThat(assertProblem(answer, 409, "balance_not_told").at("/detail").stringValue())
                .contains("no such card", "14");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aChannelThatDoesNotAnswerMayBeAskedAgain() {
        ScriptedProvider.MOODS.put(account, "refusing");
        HttpResponse<String> answer = ask(client);
        assertProblem(answer, 503, "balance_unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void anotherMerchantsAccountIsNobodys() {
        assertProblem(ask(EdgeFixture.shared().client()), 404, "channel_account_not_found");
        assertProblem(client.get("/v1/channels/bank/balance"), 404, "channel_account_not_found");
    }

    private HttpResponse<String> ask(SignedClient asking) {
        return asking.get("/v1/channels/" + account + "/balance");
    }
}
