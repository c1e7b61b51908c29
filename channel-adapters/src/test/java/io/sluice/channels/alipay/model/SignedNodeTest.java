package io.sluice.channels.alipay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNodeTest {

    @Test
    void theSignatureMayStandBeforeTheResponse() {
        assertThat(in("""
                {"sign":"YQ==","alipay_trade_query_response":{"msg":"a \\"}{\\" b"}}""")).hasValueSatisfying(node -> {
            assertThat(raw(node)).isEqualTo("""
                        {"msg":"a \\"}{\\" b"}""");
            assertThat(node.sign()).isEqualTo("YQ==");
            assertThat(node.isError()).isFalse();
        });
    }

    @Test
    void anErrorIsAResponseOfTheGateway() {
        assertThat(in("{\"error_response\":{\"code\":\"20000\"},\"sign\":\"a\\/b=\"}"))
                .hasValueSatisfying(node -> {
                    assertThat(node.isError()).isTrue();
                    assertThat(node.sign()).isEqualTo("a/b=");
                });
    }

    @Test
    void anUnsignedResponseHasNoSignature() {
        assertThat(in("{\"alipay_trade_query_response\":{}}"))
                .hasValueSatisfying(node -> assertThat(node.sign()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"sign\":\"a\"}",
                "{\"alipay_trade_pay_response\":{},\"sign\":\"a\"}",
                "{\"alipay_trade_query_response\":\"{}\",\"sign\":\"a\"}",
                "{\"alipay_trade_query_response\":[],\"sign\":\"a\"}",
                "{\"alipay_trade_query_response\":{},\"alipay_trade_query_response\":{},\"sign\":\"a\"}",
                "{\"alipay_trade_query_response\":{},\"error_response\":{},\"sign\":\"a\"}",
                "{\"alipay_trade_query_response\":{},\"sign\":\"a\",\"sign\":\"b\"}",
                "{\"alipay_trade_query_response\":{},\"sign\":1}",
                "{\"alipay_trade_query_response\":{},\"sign\":\"a\"",
                "{\"alipay_trade_query_response\":{},\"sign\":\"a\"}}",
                "{\"alipay_trade_query_response\":{},\"sign\":\"a\"} x",
                "{\"alipay_trade_query_response\":{} \"sign\":\"a\"}",
                "{\"alipay_trade_query_response\":{},}",
                "{\"other\":{\"alipay_trade_query_response\":{}},\"sign\":\"a\"}",
                "{\"other\":\"\\\"alipay_trade_query_response\\\":{}\",\"sign\":\"a\"}",
            })
    void nothingElseHoldsAResponse(String answer) {
        assertThat(in(answer)).isEmpty();
    }

    private static Optional<SignedNode> in(String answer) {
        return SignedNode.in(answer.getBytes(StandardCharsets.UTF_8), "alipay.trade.query");
    }

    private static String raw(SignedNode node) {
        return new String(node.raw(), StandardCharsets.UTF_8);
    }
}
