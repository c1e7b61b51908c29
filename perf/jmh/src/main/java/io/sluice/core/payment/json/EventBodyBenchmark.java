package io.sluice.core.payment.json;

import io.sluice.core.id.EventId;
import io.sluice.core.payment.model.Payment;
import io.sluice.core.payment.model.PaymentChange;
import io.sluice.core.payment.model.SamplePayments;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The canonical event, which is written once a transition, and the payment in it, which is also the answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventBodyBenchmark {
    private final EventId id = EventId.next();
    private final PaymentChange change = SamplePayments.created();
    private final String body = PaymentJson.eventBody(id, change);

    @Benchmark
    public String write() {
        return PaymentJson.eventBody(id, change);
    }

    @Benchmark
    public String writePayment() {
        return PaymentJson.payment(change.after());
    }

    @Benchmark
    public Payment read() {
        return PaymentReader.paymentOfEvent(body);
    }
}
