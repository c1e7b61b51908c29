package io.sluice.sandbox.cli;

import io.sluice.sandbox.books.Amounts;
import io.sluice.sandbox.books.Waiting;
import io.sluice.sandbox.method.ExpectedEnd;
import io.sluice.sandbox.method.SandboxMethod;
import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.story.PaymentOrder;
import io.sluice.sandbox.story.PaymentPrinter;
import io.sluice.sandbox.story.PaymentRun;
import io.sluice.sandbox.story.PaymentTrace;
import io.sluice.sandbox.story.PaymentWatcher;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a payment and watches it. */
@Command(
        name = "pay",
        description = "Signs and sends a payment as the demo merchant, shows it as it moves, and what it left behind.",
        footer = {
            "",
            "Examples:",
            "  ./sluice pay --amount 15.00 --currency CNY --method wechat_native",
            "  ./sluice pay --amount 15.00 --currency USD --method paypal",
            "  ./sluice pay --amount 15.00 --method card --capture manual     a test card at the bank, to be captured",
            "  ./sluice pay --amount 15.00 --method alipay_code --outcome waiting    a payer's code, and then his password",
            "  ./sluice pay --amount 15.00 --method unionpay_gateway    the payer's browser posts a form",
            "  ./sluice pay --amount 15.00 --method unionpay_agreement    a payer agrees, and his card is charged by that",
            "  ./sluice pay --amount 0.01 --outcome duplicate       the channel calls back three times",
            "  ./sluice pay --amount 15.00 --outcome never          nobody pays, and it closes when it expires",
            "  ./sluice pay --amount 15.00 --outcome charged-late   no answer, first unpaid and later paid: inquiries find out",
            "  ./sluice pay --amount 15.00 --method card --outcome charged-late   the bank takes it back, then says paid: for two people",
            "  ./sluice pay --amount 15.00 --outcome paid-after-close   it expires, is paid then, and given back",
            "",
            "./sluice channel outcomes METHOD lists what can be played, and by which amounts."
        })
final class PayCommand implements Callable<Integer> {
    private static final int SHORT_EXPIRY_SECONDS = 12;

    @Mixin
    private SandboxOption sandbox = new SandboxOption();

    @Option(
            names = "--amount",
            defaultValue = "15.00",
            description = "in the currency's unit (default: ${DEFAULT-VALUE})")
    private String amount = "";

    @Option(names = "--currency", defaultValue = "CNY", description = "ISO 4217 (default: ${DEFAULT-VALUE})")
    private String currency = "";

    @Option(
            names = "--method",
            defaultValue = "wechat_native",
            completionCandidates = Methods.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private String method = "";

    @Option(names = "--outcome", paramLabel = "NAME", description = "what the channel's simulator does with it")
    private @Nullable String outcome;

    @Option(
            names = "--payer",
            paramLabel = "ID",
            description = "the payer at the channel, for methods that need one (default: a made-up one)")
    private @Nullable String payer;

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = "agr_…, for methods that need one (default: a made-up payer agrees)")
    private @Nullable String agreement;

    @Option(names = "--order-no", paramLabel = "NO", description = "the merchant's own number (default: a new one)")
    private @Nullable String orderNo;

    @Option(names = "--expires-in", paramLabel = "SECONDS", description = "how long it can be paid")
    private @Nullable Integer expiresInSeconds;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "90",
            description = "how long to watch (default: ${DEFAULT-VALUE})")
    private int patienceSeconds;

    @Option(
            names = "--capture",
            paramLabel = "WHEN",
            defaultValue = "automatic",
            description = "automatic or manual: hold the money, for ./sluice capture (default: ${DEFAULT-VALUE})")
    private Capture capture = Capture.AUTOMATIC;

    @Option(names = "--json", description = "print one JSON object in the end, and nothing else")
    private boolean json;

    /** What {@code --help} lists. */
    static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(SandboxMethod.values())
                    .map(SandboxMethod::wireName)
                    .iterator();
        }
    }

    /** When the money is collected. */
    enum Capture {
        AUTOMATIC,
        MANUAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        var order = order();
        var printer = new PaymentPrinter(System.out);
        Place place = sandbox.running();
        var run = new PaymentRun(place, json ? PaymentWatcher.SILENT : printer);
        PaymentTrace trace = run.pay(order, Duration.ofSeconds(patienceSeconds));
        if (json) {
            System.out.println(Json.pretty(trace.json()));
        } else {
            printer.print(trace);
        }
        Optional<Waiting> waiting = Waiting.of(place, trace.id());
        if (!json) {
            waiting.ifPresentOrElse(PayCommand::printWaiting, () -> printHint(trace));
        }
        return trace.isEnded() || waiting.isPresent() ? Commands.OK : Commands.FAILED;
    }

    private PaymentOrder order() {
        String played = outcome == null ? null : SandboxMethod.required(method).outcome(outcome);
        boolean nobodyPays = played != null && ExpectedEnd.waitsForExpiry(SandboxMethod.required(method), played);
        return new PaymentOrder(
                orderNo == null ? "order-" + UUID.randomUUID().toString().substring(0, 13) : orderNo,
                Amounts.minor(amount, currency),
                currency,
                method,
                played,
                payer,
                agreement,
                expiresInSeconds == null && nobodyPays ? Integer.valueOf(SHORT_EXPIRY_SECONDS) : expiresInSeconds,
                capture == Capture.MANUAL);
    }

    private static void printWaiting(Waiting waiting) {
        System.out.printf("%nIt waits for people: %s.%n", waiting.why());
        System.out.printf(
                "Look into the channel's own book, and decide %s, with what you saw there:%n", waiting.decision());
        String decide = "  ./sluice decide " + waiting.payment() + " "
                + waiting.decision().split(" ", 2)[0];
        System.out.println(decide + " --evidence '…'");
        System.out.println(decide + " --evidence '…' --second     another operator says the same of a conflict");
    }

    private static void printHint(PaymentTrace trace) {
        System.out.println();
        System.out.println(
                trace.isEnded()
                        ? "  ./sluice get " + trace.id()
                        : "It is " + trace.state() + " still. Go on watching: ./sluice watch " + trace.id());
    }
}
