package io.sluice.sandbox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.sandbox.cli.Commands;
import io.sluice.sandbox.client.Management;
import io.sluice.sandbox.place.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The commands as people use them. */
@ResourceLock(Resources.SYSTEM_OUT)
class CommandsE2E {

    record Run(int code, String out, String err) {}

    @BeforeAll
    static void sandboxRuns() {
        assertThat(SandboxFixture.place().base()).isPositive();
    }

    @Test
    void payShowsThePaymentItsEntriesAndItsWebhooks() {
        Run run = run("pay", "--amount", "15.00", "--currency", "CNY", "--method", "wechat_native");

        assertThat(run.code).isZero();
        assertThat(run.out)
                .contains(
                        "HTTP 201", "weixin://", "payment.succeeded", "SUCCEEDED", "fee_income", "signature verified");
    }

    @Test
    void getShowsWhatPayMade() {
        String id = paid();

        Run run = run("get", id);

        assertThat(run.code).isZero();
        assertThat(Json.text(Json.read(run.out), "id")).isEqualTo(id);
    }

    @Test
    void watchReplaysAPaymentThatHasEnded() {
        Run run = run("watch", paid());

        assertThat(run.code).isZero();
        assertThat(run.out).contains("#1 payment.created", "#3 payment.succeeded");
    }

    @Test
    void refundsEndAndAllBooksTellOfThem() {
        String payment = paid();

        assertThat(refunded(payment, "--amount", "0.40")).isEqualTo("SUCCEEDED");
        assertThat(refunded(payment, "--amount", "0.10", "--outcome", "declined"))
                .isEqualTo("FAILED");
        assertThat(refunded(payment, "--amount", "0.10", "--outcome", "timeout-done"))
                .isEqualTo("SUCCEEDED");
        assertThat(run("refund", payment, "--amount", "0.51").err).contains("No more than 50 is left");
        assertThat(refunded(payment)).isEqualTo("SUCCEEDED");
        Run verified = run("verify", "--wait", "60");
        assertThat(verified.code).as(verified.out).isZero();
        assertThat(run("books").out).contains("The books balance.");
    }

    @Test
    void moneyThatComesAfterTheCloseIsGivenBackAndAllBooksTellOfIt() {
        Run run = run("pay", "--amount", "15.00", "--outcome", "paid-after-close");

        assertThat(run.code).as(run.out + run.err).isZero();
        assertThat(run.out)
                .contains("payment.closed", "payment.conflicted", "refund.succeeded", "payment.reversed")
                .contains("REVERSED", "gives back what came too late", "conflict_given_back", "given_back:");
        Run verified = run("verify", "--wait", "60");
        assertThat(verified.code).as(verified.out).isZero();
        assertThat(run("books").out).contains("The books balance.");
        assertThat(run("check").code).isZero();
    }

    @Test
    void twoOperatorsGiveBackWhatPeopleAreToDecide() {
        String merchant = SandboxFixture.sandbox().merchant().merchantId();
        Management management = new Management(SandboxFixture.place());
        management.patch("/admin/merchants/" + merchant, Json.object().put("late_success", "people"));
        try {
            // All apps know within a second, long before the order expires and is paid.
            Run late = run("pay", "--amount", "7.00", "--outcome", "paid-after-close", "--patience", "60", "--json");
            String id = Json.text(Json.read(late.out).path("payment"), "id");
            assertThat(Json.text(Json.read(late.out).path("payment"), "state")).isEqualTo("CONFLICTED");

            assertThat(run("decide", id, "give_back", "--evidence", "not delivered").out)
                    .contains("proposed");
            assertThat(run("decide", id, "give_back", "--evidence", "not delivered").err)
                    .contains("another operator has to confirm it");
            Run decided = run("decide", id, "give_back", "--evidence", "I asked the shop", "--second");
            assertThat(decided.out).as(decided.err).contains("decided", "rfd_");
            SandboxFixture.eventually(
                    Duration.ofSeconds(60), () -> run("get", id).out.contains("REVERSED"));
            assertThat(run("get", id).out).contains("REVERSED");
        } finally {
            management.patch("/admin/merchants/" + merchant, Json.object().put("late_success", "give_back"));
        }
        Run verified = run("verify", "--wait", "60");
        assertThat(verified.code).as(verified.out).isZero();
    }

    @Test
    void methodsTellWhatEachNeedsAndTakes() {
        assertThat(run("methods").out)
                .contains("up     wechat_native", "up     wechat_jsapi, needs payer.id", "up     card, needs card")
                .contains("0.01 CNY to", "held and captured");
    }

    @Test
    void booksAndVerifyAreGreen() {
        paid();

        assertThat(run("verify", "--wait", "60").code).isZero();
        assertThat(run("books").out).contains("The books balance.");
    }

    @Test
    void curlPrintsACommandThatIsSigned() {
        Run run = run("curl", "GET", "/v1/balance");

        assertThat(run.out).startsWith("curl -sSNi -X GET").contains("Signature-Input: sluice=", "/v1/balance'");
    }

    @Test
    void upSaysThatItRunsAlready() {
        Run run = run("up", "--port-base", String.valueOf(SandboxFixture.place().base()));

        assertThat(run.code).isZero();
        assertThat(run.out).contains("Sluice is up");
    }

    @Test
    void errorsAreOneLineWithTheCure() {
        assertThat(run("pay", "--amount", "much").err).contains("'much' is no amount of CNY: write one such as 15.00");
        assertThat(run("pay", "--amount", "1", "--outcome", "magic").err).contains("has no outcome 'magic'");
        assertThat(run("get", "15").err).contains("is no id of a payment (pay_…)");
        assertThat(run("books", "--port-base", "1999").err).contains("./sluice up --port-base 1999");
        assertThat(run("pya").err).contains("did you mean pay?");
        assertThat(run("get", "pay_00000000000000000000000000000000").err)
                .contains("404")
                .doesNotContain("\tat ");
    }

    @Test
    void errorsSayWhichKindByTheirCode() {
        assertThat(run("get", "15").code).isEqualTo(1);
        assertThat(run("pya").code).isEqualTo(64);
    }

    @Test
    void routeReplaysWhatWasDecidedAndSimulatesWhatWouldHaveBeen(@TempDir Path folder) throws IOException {
        Run replay = run("route", "replay", paid());
        assertThat(replay.code).as(replay.err).isZero();
        assertThat(replay.out).contains("chosen   cha_", "best_score", "decided again: the same");

        String second = replay.out
                .lines()
                .filter(line -> line.startsWith("  cha_"))
                .map(line -> line.strip().substring(0, 36))
                .toList()
                .getLast();
        Path config = folder.resolve("routing.json");
        Files.writeString(config, """
                {"rules":[{"name":"all","action":"use","accounts":["%s"]}]}""".formatted(second));
        Run simulated = run("route", "simulate", "--config", config.toString(), "--since", "1h");
        assertThat(simulated.code).as(simulated.err).isZero();
        assertThat(simulated.out).contains("would have gone elsewhere", "-> " + second);

        Files.writeString(config, "{\"splitt\":[]}");
        assertThat(run("route", "simulate", "--config", config.toString()).err).contains("'splitt'");
    }

    @Test
    void switchesAreTurnedOffAndOn() {
        Run off = run("switch", "off", "feature", "refunds", "--reason", "a test");
        assertThat(off.code).as(off.err).isZero();
        assertThat(run("switch").out).contains("refunds", "a test");
        assertThat(run("switch", "on", "feature", "refunds", "--reason", "tested").code)
                .isZero();
    }

    private static String paid() {
        Run run = run("pay", "--amount", "1", "--json");
        assertThat(run.code).as(run.err).isZero();
        return Json.text(Json.read(run.out).path("payment"), "id");
    }

    /** The state that the refund ends in. */
    private static String refunded(String payment, String... options) {
        Run run = run(
                Stream.concat(Stream.of("refund", payment), Stream.of(options)).toArray(String[]::new));
        assertThat(run.code).as(run.err).isZero();
        return Json.text(Json.read(run.out), "state");
    }

    static Run run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var captured = new ByteArrayOutputStream();
        var complaints = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        try {
            int code = Commands.run(args);
            return new Run(
                    code, captured.toString(StandardCharsets.UTF_8), complaints.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
