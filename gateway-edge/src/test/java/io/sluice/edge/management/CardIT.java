package io.sluice.edge.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.card.Cards;
import io.sluice.core.channel.Card;
import io.sluice.core.id.AttemptId;
import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.management.OperatorClient.Answer;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a card was used for, found without opening any. */
class CardIT {

    private static final Card CARD = new Card("5555555555554444", YearMonth.of(2031, 12));

    private final EdgeFixture edge = EdgeFixture.shared();
    private final OperatorClient operator = new OperatorClient(edge.managementPort(), "Bearer " + edge.operatorToken());

    @Test
    void findsTheAttemptsOfACardWithItsMerchantOnly() {
        JsonNode payment = OperatorClient.read(edge.client().pay("qr"));
        String attempt = payment.at("/attempts/0/id").asString("");
        String number = AttemptId.parse(attempt).channelNumber();
        edge.app().getBean(Cards.class).keep(number, CARD).block(Duration.ofSeconds(10));

        List<JsonNode> uses = operator.get("/admin/merchants?limit=100")
                .json()
                .path("data")
                .valueStream()
                .map(merchant -> uses(merchant.path("id").asString(""), CARD.number()))
                .flatMap(answer -> answer.json().path("data").valueStream())
                .toList();
        assertThat(uses).singleElement().satisfies(use -> {
            assertThat(use.path("payment_id")).isEqualTo(payment.path("id"));
            assertThat(use.path("attempt_id").asString("")).isEqualTo(attempt);
            assertThat(use.path("card").asString("")).isEqualTo("555555******4444");
        });
    }

    @Test
    void refusesWhatIsNoNumberWithoutRepeatingIt() {
        String merchant =
                operator.get("/admin/merchants?limit=1").json().at("/data/0/id").asString("");

        Answer refused = uses(merchant, "555555555555444x");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("number", "12 to 19 digits").doesNotContain("555555");
        assertThat(uses("mer_01900000000070008000000000000001", CARD.number()).status())
                .isEqualTo(404);
    }

    private Answer uses(String merchant, String number) {
        return operator.post("/admin/merchants/" + merchant + "/cards/uses", "{\"number\":\"" + number + "\"}");
    }
}
