package io.sluice.notifier.address.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {

    private final TargetPolicy production = new TargetPolicy(false);
    private final TargetPolicy sandbox = new TargetPolicy(true);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://shop.example", "HTTPS://shop.example:8443/hooks?for=sluice", "https://[2606:4700::1]/"})
    void takesHttps(String url) {
        assertThat(production.check(url).toString()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://shop.example             | must begin with https://
                    ftp://shop.example              | must begin with https://
                    file:///etc/passwd              | must begin with https://
                    shop.example/hooks              | must begin with https://
                    https:/hooks                    | must name a host
                    https://shop_1.example          | must name a host
                    https://shop.example:99999/     | a port up to 65535
                    https://user:word@shop.example/ | must not contain a user name
                    https://shop.example@10.0.0.1/  | must not contain a user name
                    https://shop example/           | is not a URL
                    """)
    void refusesTheRestAndSaysWhy(String url, String reason) {
        assertThatExceptionOfType(RefusedTargetException.class)
                .isThrownBy(() -> production.check(url))
                .withMessageContaining(reason);
    }

    @Test
    void allowsPlainHttpAndPrivateAddressesInASandboxOnly() {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        assertThat(sandbox.check("http://127.0.0.1:8090/hooks").getPort()).isEqualTo(8090);
        assertThat(sandbox.allows(loopback)).isTrue();
        assertThat(production.allows(loopback)).isFalse();
        assertThat(production.allows(InetAddress.ofLiteral("9.9.9.9"))).isTrue();
        assertThatExceptionOfType(RefusedTargetException.class).isThrownBy(() -> sandbox.check("ftp://127.0.0.1/"));
    }
}
