package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.wechat.RawMerchant.Stamp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestSignatureTest extends SimulatorFixture {
    private static final String CERTIFICATES = "/v3/certificates";

    private HttpResponse<String> get(Stamp stamp) throws IOException {
        String signature = merchant.sign(stamp, "GET", CERTIFICATES, "");
        return merchant.send("GET", CERTIFICATES, "", RawMerchant.authorization(stamp, signature));
    }

    private static void refuses(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(401);
        var body = Json.MAPPER.readTree(answer.body());
        assertThat(body.at("/code").asString()).isEqualTo("SIGN_ERROR");
        assertThat(body.at("/detail/field").asString()).isEqualTo(field);
        assertThat(answer.headers().firstValue("Wechatpay-Signature")).isPresent();
        assertThat(answer.headers().firstValue("Request-ID")).isPresent();
    }

    @Test
    void acceptsARightRequest() throws IOException {
        assertThat(get(merchant.stamp()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesASignatureOverAnythingElse() throws IOException {
        Stamp stamp = merchant.stamp();
        String other = merchant.sign(stamp, "GET", CERTIFICATES + "?", "");
        refuses(merchant.send("GET", CERTIFICATES, "", RawMerchant.authorization(stamp, other)), "signature");
        refuses(merchant.send("GET", CERTIFICATES, "", RawMerchant.authorization(stamp, "no base64!")), "signature");
    }

    @Test
    void refusesAReplayedNonce() throws IOException {
        Stamp stamp = merchant.stamp();
        assertThat(get(stamp).statusCode()).isEqualTo(200);
        refuses(get(stamp), "nonce_str");
    }

    @Test
    void refusesASkewOfFiveMinutesEitherWay() throws IOException {
        long now = Instant.now().getEpochSecond();
        for (long timestamp : new long[] {now - 301, now + 301}) {
            Stamp right = merchant.stamp();
            refuses(get(new Stamp(right.mchid(), right.serial(), right.nonce(), timestamp)), "timestamp");
        }
    }

    @Test
    void refusesAnotherMerchantsNameOrSerial() throws IOException {
        Stamp right = merchant.stamp();
        refuses(get(new Stamp("1999999999", right.serial(), right.nonce(), right.timestamp())), "mchid");
        refuses(get(new Stamp(OTHER_MERCHANT, right.serial(), right.nonce(), right.timestamp())), "serial_no");
        String serial = simulator.credentials(OTHER_MERCHANT).merchantSerial();
        refuses(get(new Stamp(OTHER_MERCHANT, serial, right.nonce(), right.timestamp())), "signature");
    }

    @Test
    void refusesAnAuthorizationOfAnotherForm() throws IOException {
        String right = RawMerchant.authorization(merchant.stamp(), "AAAA");
        for (String wrong :
                new String[] {"Basic AAAA", right + ",more=\"x\"", right.replace("nonce_str", "nonce"), right + " "}) {
            var answer = merchant.send("GET", CERTIFICATES, "", wrong);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }
}
