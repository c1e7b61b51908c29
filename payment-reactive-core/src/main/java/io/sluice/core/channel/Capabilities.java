package io.sluice.core.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a channel account can do; the router reads it.
 *
 * @param channel the channel's name: {@code wechat}
 * @param inDoubtWindow how long after submission "no such order" may still be untrue
 */
public record Capabilities(String channel, List<MethodCapability> methods, Duration inDoubtWindow) {

    /** Its terms for {@code method}, where it has it. */
    public Optional<MethodCapability> offer(String method) {
        for (MethodCapability offered : methods) {
            if (offered.method().equals(method)) {
                return Optional.of(offered);
            }
        }
        return Optional.empty();
    }

    /** The terms for {@code method} of those that have it. */
    public static List<MethodCapability> offers(List<Capabilities> all, String method) {
        List<MethodCapability> offers = new ArrayList<>(all.size());
        for (Capabilities one : all) {
            one.offer(method).ifPresent(offers::add);
        }
        return offers;
    }

    /** How often money that {@code method} holds is captured; NONE where it is not offered. */
    public ManualCapture captures(String method) {
        return offer(method).map(MethodCapability::captures).orElse(ManualCapture.NONE);
    }

    /**
     * @param method such as {@code wechat_native}
     * @param currencies ISO 4217 codes
     * @param payerRequired whether the order must name the payer
     * @param captures how often money that is held first can be captured
     * @param cardRequired whether the order must bring a card
     * @param agreementRequired whether the order must name an agreement that the account signed
     */
    public record MethodCapability(
            String method,
            List<String> currencies,
            long minMinor,
            long maxMinor,
            boolean payerRequired,
            ManualCapture captures,
            boolean cardRequired,
            boolean agreementRequired) {

        /** What an order must bring beside what every order has: fields of the request to pay, as merchants know them. */
        public List<String> requires() {
            List<String> fields = new ArrayList<>();
            if (payerRequired) {
                fields.add("payer.id");
            }
            if (cardRequired) {
                fields.add("card");
            }
            if (agreementRequired) {
                fields.add("agreement");
            }
            return List.copyOf(fields);
        }

        /** The same, of these currencies and amounts only. */
        public MethodCapability within(List<String> narrower, long least, long most) {
            return new MethodCapability(
                    method, narrower, least, most, payerRequired, captures, cardRequired, agreementRequired);
        }

        /** Of a method without agreements. */
        public MethodCapability(
                String method,
                List<String> currencies,
                long minMinor,
                long maxMinor,
                boolean payerRequired,
                ManualCapture captures,
                boolean cardRequired) {
            this(method, currencies, minMinor, maxMinor, payerRequired, captures, cardRequired, false);
        }

        /** Of a method without cards. */
        public MethodCapability(
                String method,
                List<String> currencies,
                long minMinor,
                long maxMinor,
                boolean payerRequired,
                ManualCapture captures) {
            this(method, currencies, minMinor, maxMinor, payerRequired, captures, false);
        }

        /** Of a method that collects at once. */
        public MethodCapability(
                String method, List<String> currencies, long minMinor, long maxMinor, boolean payerRequired) {
            this(method, currencies, minMinor, maxMinor, payerRequired, ManualCapture.NONE);
        }
    }

    /** Whether a method can hold money first, and how often it is captured then. */
    public enum ManualCapture {
        /** It collects at once. */
        NONE,
        /** Once: what that capture leaves is released with it; where the capture is voided, all is held again. */
        ONCE,
        /** In parts. */
        SEVERAL
    }
}
