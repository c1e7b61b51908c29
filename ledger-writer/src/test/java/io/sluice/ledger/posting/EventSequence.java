package io.sluice.ledger.posting;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random lives of payments of a few merchants, delivered as Kafka may: payments interleave anyhow, a payment's own events
 * keep their order, and deliveries are repeated from any earlier point.
 */
record EventSequence(List<List<PaymentEvent>> deliveries, Map<Owner, Long> dues) {

    record Owner(MerchantId merchant, String currency) {}

    static EventSequence of(Random random) {
        List<MerchantId> merchants = List.of(MerchantId.next(), MerchantId.next(), MerchantId.next());
        ChannelAccountId account = ChannelAccountId.next();
        List<List<PaymentEvent>> lives = new ArrayList<>();
        Map<Owner, Long> dues = new HashMap<>();
        IntStream.range(0, 5 + random.nextInt(60)).forEach(i -> {
            long amount = 1 + random.nextLong(1_000_000);
            long fee = random.nextBoolean() ? 0 : random.nextLong(amount + 1);
            String currency = List.of("CNY", "JPY", "KWD").get(random.nextInt(3));
            MerchantId merchant = merchants.get(random.nextInt(3));
            TestPayment payment = TestPayment.of(merchant, account, amount, fee, currency);
            int life = random.nextInt(5);
            lives.add(new ArrayList<>(life(payment, life)));
            dues.merge(new Owner(merchant, currency), life == 1 || life == 4 ? amount - fee : 0, Long::sum);
        });
        return new EventSequence(repeated(slices(interleaved(lives, random), random), random), dues);
    }

    private static List<PaymentEvent> life(TestPayment payment, int number) {
        return switch (number) {
            case 0 -> List.of(payment.created(), payment.requiresAction());
            case 1 -> List.of(payment.created(), payment.requiresAction(), payment.succeeded());
            case 2 -> List.of(payment.created(), payment.failed());
            case 3 -> List.of(payment.created(), payment.failed(), payment.conflicted());
            default ->
                List.of(payment.created(), payment.failed(), payment.conflicted(), payment.decidedForTheMerchant());
        };
    }

    private static List<PaymentEvent> interleaved(List<List<PaymentEvent>> lives, Random random) {
        List<PaymentEvent> all = new ArrayList<>();
        List<List<PaymentEvent>> open = new ArrayList<>(lives);
        while (!open.isEmpty()) {
            List<PaymentEvent> life = open.get(random.nextInt(open.size()));
            all.add(life.removeFirst());
            open.removeIf(List::isEmpty);
        }
        return all;
    }

    private static List<List<PaymentEvent>> slices(List<PaymentEvent> events, Random random) {
        List<List<PaymentEvent>> slices = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            slices.add(events.subList(from, to));
            from = to;
        }
        return slices;
    }

    /** Now and then the last acknowledgements are lost, and delivery begins again from before them. */
    private static List<List<PaymentEvent>> repeated(List<List<PaymentEvent>> slices, Random random) {
        List<List<PaymentEvent>> deliveries = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            deliveries.add(slices.get(i));
            if (random.nextInt(3) == 0) {
                deliveries.addAll(slices.subList(random.nextInt(i + 1), i + 1));
            }
        }
        return deliveries;
    }
}
