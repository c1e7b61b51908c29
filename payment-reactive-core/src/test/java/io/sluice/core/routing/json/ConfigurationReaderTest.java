package io.sluice.core.routing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import org.junit.jupiter.api.Test;

/** What a configuration may say, and how it is told what it may not. */
class ConfigurationReaderTest {

    private static final String ACCOUNT = "\"cha_00000000000070000000000000000001\"";

    @Test
    void readsWhatItWrites() {
        RoutingConfiguration read = ConfigurationReader.read("""
                {"rules":[{"name":"big","when":{"methods":["qr"],"min_amount":100,"metadata":{"tier":"gold"}},
                           "action":"prefer","accounts":[%1$s]}],
                 "split":[{"account":%1$s,"weight":70}],
                 "accounts":[{"account":%1$s,"max_amount":5000,"calls_per_second":20,"costs":[
                     {"currency":"CNY","basis_points":38,"least_minor":1,"tiers":[{"from_amount":1000,"basis_points":30}]}]}],
                 "weights":{"cost":60,"success":40},"exploration_permille":10}""".formatted(ACCOUNT), 3);
        assertThat(ConfigurationReader.read(ConfigurationJson.of(read), 3)).isEqualTo(read);
        assertThat(read.weights().cost()).isEqualTo(60);
    }

    @Test
    void anEmptyOneIsTheUsualOne() {
        assertThat(ConfigurationReader.read("{}", 0)).isEqualTo(RoutingConfiguration.NONE);
    }

    @Test
    void complaintsNameThePlaceAndWhatWouldBeRight() {
        complains("{\"weights\":{\"cost\":60}}", "weights", "100 per cent");
        complains("{\"splitt\":[]}", "splitt", "is not a field");
        complains(
                "{\"rules\":[{\"name\":\"a\",\"action\":\"avoid\",\"accounts\":[]}]}",
                "rules[0].action",
                "use, prefer");
        complains(
                "{\"rules\":[{\"name\":\"a\",\"action\":\"use\",\"accounts\":[]}]}",
                "rules[0].accounts",
                "at least one");
        complains("{\"split\":[{\"account\":\"x\",\"weight\":1}]}", "split[0].account", "cha_");
        complains(
                "{\"accounts\":[{\"account\":%s,\"min_amount\":9,\"max_amount\":8}]}",
                "accounts[0].max_amount", "below");
        complains("{\"split\":[{\"account\":%1$s,\"weight\":1},{\"account\":%1$s,\"weight\":1}]}", "split", "twice");
        complains("{\"exploration_permille\":\"5\"}", "exploration_permille", "integer");
        complains("[]", "(body)", "object");
        complains("{", "(body)", "no JSON");
    }

    private static void complains(String document, String field, String words) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> ConfigurationReader.read(document.formatted(ACCOUNT), 0))
                .satisfies(complaint -> assertThat(complaint.field()).isEqualTo(field))
                .withMessageContaining(words);
    }
}
