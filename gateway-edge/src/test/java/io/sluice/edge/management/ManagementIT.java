package io.sluice.edge.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.management.OperatorClient.Answer;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The operators' endpoints over HTTP. */
class ManagementIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static EdgeFixture edge;

    @SuppressWarnings("NullAway.Init")
    private static OperatorClient operator;

    @BeforeAll
    static void start() {
        edge = EdgeFixture.start();
        operator = new OperatorClient(edge.managementPort(), "Bearer operator-token-of-the-tests");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void letsNobodyInWithoutAToken() {
        Answer missing = operator.as("").get("/admin/merchants");
        assertProblem(missing, 401, "operator_token_missing");
        assertThat(missing.response().headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"operators\"");
        assertProblem(operator.as("Bearer wrong-token-of-the-tests").get("/admin/audit"), 401, "operator_token_wrong");
        assertProblem(operator.as("Basic b3A6b3A=").get("/admin/audit"), 401, "operator_token_missing");
        assertProblem(operator.as("").get("/admin/nothing"), 401, "operator_token_missing");
        assertProblem(operator.as("").get("/v1/payments"), 401, "operator_token_missing");
        assertThat(operator.get("/admin/merchants").status()).isEqualTo(200);
    }

    @Test
    void leavesHealthAndMetricsOpen() {
        assertThat(operator.as("").get("/health/live").status()).isEqualTo(200);
        assertThat(operator.as("").get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void isNotToBeFoundOnTheMerchantsPort() {
        int port = Integer.parseInt(edge.app().getEnvironment().getRequiredProperty("local.server.port"));
        assertThat(new OperatorClient(port, operator.authorization())
                        .get("/admin/merchants")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void createsListsAndChangesMerchants() {
        Answer created = operator.post("/admin/merchants", """
                {"name":"Tea House","test_mode":true,"rate_limit":{"permits_per_second":5,"burst":9},
                 "fees":[{"currency":"CNY","basis_points":60}]}""");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String path = "/admin/merchants/" + created.json().at("/id").stringValue();
        assertThat(operator.get(path).body()).isEqualTo(created.body());

        Answer changed = operator.send("PATCH", path, "{\"active\":false}");
        assertThat(changed.json().at("/active").booleanValue()).isFalse();
        assertThat(changed.json().at("/rate_limit/burst").intValue()).isEqualTo(9);

        Answer fees = operator.send("PUT", path + "/fees", "{\"fees\":[{\"currency\":\"EUR\",\"fixed_minor\":30}]}");
        assertThat(fees.body()).isEqualTo("{\"fees\":[{\"currency\":\"EUR\",\"basis_points\":0,\"fixed_minor\":30}]}");
        assertThat(operator.get(path + "/fees").body()).isEqualTo(fees.body());

        Answer first = operator.get("/admin/merchants?limit=1");
        String cursor = first.json().at("/next_cursor").stringValue();
        assertThat(operator.get("/admin/merchants?cursor=" + cursor).body()).contains("Tea House");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertField(operator.post("/admin/merchants", "{\"name\":\"\"}"), "name");
        assertField(operator.post("/admin/merchants", "{\"name\":\"a\",\"tset_mode\":true}"), "tset_mode");
        assertField(operator.post("/admin/merchants", "{\"name\":\"a\",\"test_mode\":\"true\"}"), "test_mode");
        assertField(
                operator.post("/admin/merchants", "{\"name\":\"a\",\"fees\":[{\"currency\":\"XXX\"}]}"),
                "fees.currency");
        assertProblem(operator.post("/admin/merchants", "{\"name\":\"a\",\"name\":\"b\"}"), 400, "json_malformed");
        assertProblem(operator.get("/admin/merchants/mer_1"), 404, "merchant_not_found");
        assertProblem(
                operator.post(
                        "/admin/merchants/mer_" + "0".repeat(32) + "/webhook_endpoints",
                        "{\"url\":\"https://a.example\"}"),
                404,
                "merchant_not_found");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void registersKeysOfEveryAlgorithm(SignatureAlgorithm algorithm) {
        String keys = merchant() + "/keys";
        String field = algorithm == SignatureAlgorithm.HMAC_SHA256 ? "secret" : "public_key";
        String text = KeyGeneration.generate(algorithm).verificationText();
        Answer registered =
                operator.post(keys, JSON.writeValueAsString(Map.of("algorithm", algorithm.wireName(), field, text)));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(registered.json().at("/key_id").stringValue()).startsWith("key_");
        if (algorithm == SignatureAlgorithm.HMAC_SHA256) {
            assertThat(registered.body()).doesNotContain(text);
        }
        assertThat(operator.get(keys).json().at("/data")).hasSize(1);
    }

    @Test
    void makesASharedSecretAndShowsItOnce() {
        String keys = merchant() + "/keys";
        String id = "shared-" + UUID.randomUUID();
        Answer registered = operator.post(keys, "{\"key_id\":\"" + id + "\",\"algorithm\":\"hmac-sha256\"}");
        String secret = registered.json().at("/secret").stringValue();
        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(operator.get(keys).body()).doesNotContain(secret).contains("\"secret\":\"set\"");
        assertThat(operator.get("/admin/audit?limit=5").body()).doesNotContain(secret);
    }

    @Test
    void refusesKeysThatCannotBeUsed() {
        String keys = merchant() + "/keys";
        String ed25519 = KeyGeneration.generate(SignatureAlgorithm.ED25519).verificationText();
        assertField(operator.post(keys, "{\"algorithm\":\"rot13\"}"), "algorithm");
        assertField(operator.post(keys, "{\"algorithm\":\"ed25519\"}"), "public_key");
        assertField(operator.post(keys, "{\"algorithm\":\"hmac-sha256\",\"secret\":\"c2hvcnQ=\"}"), "secret");
        assertField(
                operator.post(
                        keys, JSON.writeValueAsString(Map.of("algorithm", "ecdsa-p256-sha256", "public_key", ed25519))),
                "public_key");
        assertField(
                operator.post(
                        keys,
                        JSON.writeValueAsString(Map.of(
                                "algorithm", "ed25519", "public_key", ed25519, "not_after", "2020-01-01T00:00:00Z"))),
                "not_after");
    }

    @Test
    void revokesAKey() {
        String keys = merchant() + "/keys";
        String id = "gone-" + UUID.randomUUID();
        operator.post(keys, "{\"key_id\":\"" + id + "\",\"algorithm\":\"hmac-sha256\"}");
        Answer revoked = operator.post(keys + "/" + id + "/revoke", "");
        assertThat(revoked.json().at("/revoked_at").isString()).isTrue();
        assertProblem(operator.post(keys + "/none/revoke", ""), 404, "key_not_found");
    }

    @Test
    void takesAChannelAccountsSecretAndNeverGivesItBack() {
        String accounts = merchant() + "/channel_accounts";
        Answer created = operator.post(
                accounts, "{\"channel\":\"scripted\",\"fields\":{\"secret\":\"-----BEGIN\\nvery secret\"}}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().at("/fields/secret").stringValue()).isEqualTo("set");

        String path = accounts + "/" + created.json().at("/id").stringValue();
        Answer changed = operator.send("PATCH", path, "{\"fields\":{\"secret\":\"very secret too\"},\"preference\":3}");
        assertThat(changed.json().at("/version").intValue()).isEqualTo(2);
        assertThat(operator.get(path).body()).isEqualTo(changed.body());
        assertThat(operator.get(accounts).body()).doesNotContain("very secret");
        assertThat(operator.get("/admin/audit").body()).doesNotContain("very secret");
        assertField(operator.post(accounts, "{\"channel\":\"nowhere\"}"), "channel");
        assertField(operator.post(accounts, "{\"channel\":\"scripted\",\"fields\":{\"scret\":\"x\"}}"), "fields.scret");
    }

    @Test
    void makesAWebhookEndpointForAMerchant() {
        String endpoints = merchant() + "/webhook_endpoints";
        Answer created = operator.post(endpoints, "{\"url\":\"https://shop.example/hook\"}");
        assertThat(created.json().at("/secret").stringValue()).startsWith("whsec_");
        assertThat(operator.get(endpoints).body())
                .contains("https://shop.example/hook")
                .doesNotContain("whsec_");
        assertField(operator.post(endpoints, "{\"url\":\"http://shop.example/hook\"}"), "url");
    }

    @Test
    void tellsWhoDidWhatInPages() {
        String path = merchant();
        operator.send("PATCH", path, "{\"name\":\"New Name\"}");
        Answer newest = operator.get("/admin/audit?limit=1");
        assertThat(newest.json().at("/data/0/actor").stringValue()).isEqualTo("operator:tests");
        assertThat(newest.json().at("/data/0/action").stringValue()).isEqualTo("merchant.update");
        assertThat(newest.json().at("/data/0/detail/name").stringValue()).isEqualTo("New Name");
        Answer older = operator.get("/admin/audit?limit=1&cursor="
                + newest.json().at("/next_cursor").stringValue());
        assertThat(older.json().at("/data/0/action").stringValue()).isEqualTo("merchant.create");
    }

    private static String merchant() {
        Answer created = operator.post("/admin/merchants", "{\"name\":\"Tea House\"}");
        return "/admin/merchants/" + created.json().at("/id").stringValue();
    }

    private static void assertField(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().at("/field").asString()).as(answer.body()).isEqualTo(field);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().at("/code").stringValue()).isEqualTo(code);
    }
}
