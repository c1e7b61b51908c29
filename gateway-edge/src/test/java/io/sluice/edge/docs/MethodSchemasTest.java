package io.sluice.edge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a request to pay must have, by its method, as the description of the API says it. */
class MethodSchemasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApiDescription description = ApiDescription.parse(read());
    private final Map<String, Object> request = description.schema("CreatePayment");

    @Test
    void eachMethodHasASchemaOfItsOwn() {
        Map<String, Object> byMethod = ApiDescription.map(
                ApiDescription.map(request.get("discriminator")).get("mapping"));
        List<?> choices = (List<?>) request.get("oneOf");

        assertThat(choices)
                .extracting(choice -> ApiDescription.map(choice).get("$ref"))
                .containsExactlyElementsOf(byMethod.values());
        byMethod.forEach((method, reference) -> {
            Map<String, Object> properties = ApiDescription.map(
                    description.resolved(Map.of("$ref", reference)).get("properties"));
            assertThat(ApiDescription.map(properties.get("method")).get("const"))
                    .isEqualTo(method);
        });
    }

    @Test
    void aWrongCombinationFitsNone() {
        assertThat(complaints("wechat_native", "")).isEmpty();
        assertThat(complaints("wechat_native", ",\"capture_method\":\"manual\""))
                .isNotEmpty();
        assertThat(complaints("wechat_jsapi", "")).isNotEmpty();
        assertThat(complaints("wechat_jsapi", ",\"payer\":{\"ip\":\"203.0.113.7\"}"))
                .isNotEmpty();
        assertThat(complaints("wechat_jsapi", ",\"payer\":{\"id\":\"o1\"}")).isEmpty();
        String card = ",\"card\":{\"number\":\"6200000000000005\",\"expiry\":\"2031-12\"}";
        assertThat(complaints("card", card)).isEmpty();
        assertThat(complaints("card", "")).isNotEmpty();
        assertThat(complaints("paypal", card)).isNotEmpty();
        assertThat(complaints("alipay_code", "")).isNotEmpty();
        assertThat(complaints("alipay_qr", "")).isEmpty();
        assertThat(complaints("barter", "")).isNotEmpty();
    }

    private List<String> complaints(String method, String more) {
        String body = """
                {"merchant_order_no":"1","amount":1,"currency":"CNY","description":"Tea","method":"%s"%s}""".formatted(method, more);
        return SchemaCheck.complaints(description, request, JSON.readTree(body));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/openapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
