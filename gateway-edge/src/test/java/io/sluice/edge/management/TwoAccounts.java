package io.sluice.edge.management;

import static io.sluice.edge.fixture.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.ScriptedProvider;
import io.sluice.edge.management.OperatorClient.Answer;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An edge whose merchant has two accounts at the scripted channel; the first is preferred. */
record TwoAccounts(EdgeFixture edge, OperatorClient operator, String merchant, String first, String second)
        implements AutoCloseable {

    static TwoAccounts start() {
        EdgeFixture edge = EdgeFixture.start();
        OperatorClient operator = new OperatorClient(edge.managementPort(), "Bearer " + edge.operatorToken());
        String merchant = "/admin/merchants/"
                + operator.get("/admin/merchants").json().at("/data/0/id").stringValue();
        Answer another = operator.post(merchant + "/channel_accounts", "{\"channel\":\"scripted\",\"fields\":{}}");
        assertThat(another.status()).as(another.body()).isEqualTo(201);
        JsonNode accounts = operator.get(merchant + "/channel_accounts").json().at("/data");
        TwoAccounts two = new TwoAccounts(
                edge,
                operator,
                merchant,
                accounts.at("/0/id").stringValue(),
                accounts.at("/1/id").stringValue());
        eventually("the edge knows both", Duration.ofSeconds(20), () -> two.candidates() == 2);
        return two;
    }

    private int candidates() {
        String id = pay().at("/id").stringValue();
        return routing(id).at("/attempts/0/candidates").size();
    }

    /** A payment that waits for its payer. */
    JsonNode pay() {
        return OperatorClient.read(edge.client().pay("qr"));
    }

    JsonNode routing(String payment) {
        return OperatorClient.read(edge.client().get("/v1/payments/" + payment + "/routing"));
    }

    /** The accounts of a payment's attempts, oldest first. */
    static List<String> accounts(JsonNode payment) {
        return payment.at("/attempts")
                .valueStream()
                .map(attempt -> attempt.get("channel_account").stringValue())
                .toList();
    }

    @Override
    public void close() {
        ScriptedProvider.MOODS.clear();
        edge.close();
    }
}
