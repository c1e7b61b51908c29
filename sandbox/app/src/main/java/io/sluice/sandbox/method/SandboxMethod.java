package io.sluice.sandbox.method;

import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.bank.model.Cards;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.model.Playable;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import io.sluice.sandbox.simulators.wechat.model.RefundOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** A method with which the sandbox can pay: where it is simulated, and what a payment with it needs. */
public enum SandboxMethod {
    WECHAT_NATIVE(Simulator.WECHAT, "CNY"),
    WECHAT_JSAPI(Simulator.WECHAT, "CNY"),
    PAYPAL(Simulator.PAYPAL, "USD"),
    CARD(Simulator.BANK, "CNY"),
    UNIONPAY_GATEWAY(Simulator.UNIONPAY, "CNY"),
    UNIONPAY_AGREEMENT(Simulator.UNIONPAY, "CNY"),
    ALIPAY_QR(Simulator.ALIPAY, "CNY"),
    ALIPAY_CODE(Simulator.ALIPAY, "CNY"),
    ALIPAY_PAGE(Simulator.ALIPAY, "CNY"),
    ALIPAY_WAP(Simulator.ALIPAY, "CNY");

    private final Simulator simulator;
    private final String currency;

    /** @param currency that the demo merchant's account there takes */
    SandboxMethod(Simulator simulator, String currency) {
        this.simulator = simulator;
        this.currency = currency;
    }

    /** The method's name in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Simulator simulator() {
        return simulator;
    }

    public String currency() {
        return currency;
    }

    /** Whether a payer must have agreed before. */
    public boolean needsAgreement() {
        return this == UNIONPAY_AGREEMENT;
    }

    /** What a payment can meet with. */
    public List<Playable> outcomes() {
        return List.of(
                switch (simulator) {
                    case WECHAT -> Outcome.values();
                    case PAYPAL -> io.sluice.sandbox.simulators.paypal.model.Outcome.values();
                    case BANK -> io.sluice.sandbox.simulators.bank.model.Outcome.values();
                    case UNIONPAY -> io.sluice.sandbox.simulators.unionpay.model.Outcome.values();
                    case ALIPAY -> io.sluice.sandbox.simulators.alipay.model.Outcome.values();
                });
    }

    /** What a refund can meet with. */
    private List<Playable> refundOutcomes() {
        return List.of(
                switch (simulator) {
                    case WECHAT -> RefundOutcome.values();
                    case PAYPAL, UNIONPAY -> Play.values();
                    case BANK -> io.sluice.sandbox.simulators.bank.model.Outcome.values();
                    case ALIPAY -> io.sluice.sandbox.simulators.alipay.model.RefundOutcome.values();
                });
    }

    /** Adds what a payment with this method must have, as of a made-up payer. */
    public void complete(ObjectNode body) {
        switch (this) {
            case WECHAT_JSAPI -> body.putObject("payer").put("id", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
            case CARD -> body.putObject("card").put("number", Cards.UNIONPAY).put("expiry", "2031-12");
            case ALIPAY_CODE -> body.putObject("payer").put("id", "28763443825664394");
            case WECHAT_NATIVE, PAYPAL, UNIONPAY_GATEWAY, UNIONPAY_AGREEMENT, ALIPAY_QR, ALIPAY_PAGE, ALIPAY_WAP -> {}
        }
    }

    /** @throws SandboxException when the sandbox does not simulate it */
    public static SandboxMethod required(String wireName) {
        return of(wireName)
                .orElseThrow(() -> new SandboxException(
                        "the sandbox does not simulate the method '" + wireName + "'; it has " + names()));
    }

    public static Optional<SandboxMethod> of(String wireName) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(wireName))
                .findFirst();
    }

    /** All methods' names in the API. */
    public static String names() {
        return Arrays.stream(values()).map(SandboxMethod::wireName).collect(Collectors.joining(", "));
    }

    /** @throws SandboxException when no payment with the method can meet with that */
    public String outcome(String label) {
        return known(label, outcomes(), "payment");
    }

    /** @throws SandboxException when no refund of the method's payments can meet with that */
    public String refundOutcome(String label) {
        return known(label, refundOutcomes(), "refund");
    }

    private String known(String label, List<Playable> all, String what) {
        String wanted = label.toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> labels = all.stream().map(Playable::label).toList();
        if (!labels.contains(wanted)) {
            throw new SandboxException("a %s with %s has no outcome '%s'; there are %s"
                    .formatted(what, wireName(), label, String.join(", ", labels)));
        }
        return wanted;
    }
}
