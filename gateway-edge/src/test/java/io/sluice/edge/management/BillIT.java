package io.sluice.edge.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.ScriptedBills;
import io.sluice.edge.management.OperatorClient.Answer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Channels' bills at the operators' port: what may be believed, and what says that it may not. */
class BillIT {

    private final EdgeFixture edge = EdgeFixture.shared();
    private final OperatorClient operator = new OperatorClient(edge.managementPort(), "Bearer " + edge.operatorToken());

    private final String merchant = "/admin/merchants/"
            + operator.get("/admin/merchants").json().at("/data/0/id").stringValue();
    private final String account = account(merchant);

    private String account(String owner) {
        return operator.get(owner + "/channel_accounts").json().at("/data/0/id").stringValue();
    }

    private Answer bill(LocalDate day) {
        return bill(merchant, account, day + "?type=trades");
    }

    private Answer bill(String owner, String channelAccount, String day) {
        return operator.get(owner + "/channel_accounts/" + channelAccount + "/bills/" + day);
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void aWholeBillEndsWithItsCount() {
        List<JsonNode> lines = lines(bill(ScriptedBills.WHOLE));

        assertThat(lines).hasSize(ScriptedBills.LINES + 1);
        assertThat(lines.getFirst()).isEqualTo(JsonMapper.shared().readTree("""
                {"number":1,"kind":"charge","channel_number":"42001","order_number":"order1","modification_number":"",
                 "amount":1500,"currency":"CNY","fee":9,"settled_at":"2026-01-01T04:00:00.000000Z","status":"SUCCESS",
                 "raw":"`2026-01-01 12:00:00,`\\"茶\\""}"""));
        assertThat(lines.get(1).path("amount").asInt(0)).isEqualTo(-500);
        assertThat(lines.get(1).path("fee").isNull()).isTrue();
        assertThat(lines.get(1).path("settled_at").isNull()).isTrue();
        assertThat(lines.getLast().at("/end/lines").asInt(0)).isEqualTo(ScriptedBills.LINES);
    }

    @Test
    void aBillWithoutLinesIsWholeToo() {
        assertThat(lines(bill(ScriptedBills.WITHOUT_LINES)))
                .singleElement()
                .satisfies(end -> assertThat(end.at("/end/lines").asInt(-1)).isZero());
    }

    @Test
    void aBillWhoseHashLiesEndsWithThat() {
        assertEndsWithout(bill(ScriptedBills.LYING), ScriptedBills.LINES, "/broken/detail", "hash");
    }

    @Test
    void aBillThatIsCutOffDoesNotLookWhole() {
        assertEndsWithout(
                bill(ScriptedBills.CUT_OFF), ScriptedBills.LINES / 2, "/unavailable/detail", "download failed");
    }

    private static void assertEndsWithout(Answer answer, int before, String pointer, String detail) {
        List<JsonNode> lines = lines(answer);
        assertThat(lines).hasSize(before + 1).noneMatch(line -> line.has("end"));
        assertThat(lines.getLast().at(pointer).asString("")).contains(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-03, 404, bill_not_found, NO_STATEMENT_EXIST",
        "2026-01-04, 409, bill_not_ready, STATEMENT_CREATING",
        "2026-01-07, 502, bill_broken, not compressed with gzip",
        "2026-01-32, 404, bill_not_found, 'must end with a day, as in 2026-11-20'",
        "yesterday, 404, bill_not_found, 'must end with a day, as in 2026-11-20'",
        "2026-01-01?type=all, 404, bill_not_found, 'must be trades or funds'",
        "2026-01-01?type=funds, 404, bill_not_found, no bill of funds on any day"
    })
    void whatHasNoBillIsAProblem(String day, int status, String code, String detail) {
        assertProblem(bill(merchant, account, day), status, code, detail);
    }

    private static void assertProblem(Answer answer, int status, String code, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("code").asString("")).isEqualTo(code);
        assertThat(answer.json().path("detail").asString("")).contains(detail);
    }

    @Test
    void aChannelWithoutBillsSaysSo() {
        Answer made = operator.post(merchant + "/channel_accounts", """
                {"channel":"paypal","preference":900,"fields":{"client_id":"a-client-of-the-tests","client_secret":"its-secret",
                 "merchant_id":"LLCK5GYWKHPE2","webhook_id":"8PT597110X687430L","return_url":"https://tea.example/thanks",
                 "cancel_url":"https://tea.example/cart"}}""");
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        String paypal = made.json().path("id").asString("");
        assertProblem(bill(merchant, paypal, "2026-01-01"), 404, "bill_not_found", "no bill of trades on any day");
    }

    @Test
    void anothersAccountIsNotFound() {
        Answer other = operator.post("/admin/merchants", "{\"name\":\"Another\",\"test_mode\":true}");
        String stranger = "/admin/merchants/" + other.json().path("id").asString("");

        assertProblem(bill(stranger, account, "2026-01-01"), 404, "channel_account_not_found", account);
        String nobody = "cha_01900000000070008000000000000001";
        assertProblem(bill(merchant, nobody, "2026-01-01"), 404, "channel_account_not_found", nobody);
    }

    @Test
    void whoIsNoOperatorSeesNone() {
        assertThat(operator.as("")
                        .get(merchant + "/channel_accounts/" + account + "/bills/2026-01-01")
                        .status())
                .isEqualTo(401);
    }
}
