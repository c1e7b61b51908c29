package io.sluice.compare.baseline.outside;

import io.sluice.compare.baseline.Settings;
import io.sluice.compare.baseline.payment.Event;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * Events to Kafka. They are durable in the outbox already, so nobody waits for the broker; a sweeper would send again what
 * was lost, and is let off here, as is marking what was sent.
 */
@Component
public final class Events {
    private final Producer<byte[], byte[]> producer;
    private final String topic;

    Events(Producer<byte[], byte[]> producer, Settings settings) {
        this.producer = producer;
        this.topic = settings.topic();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the outbox has it
    public void publish(Event event) {
        byte[] key = event.paymentId().toString().getBytes(StandardCharsets.US_ASCII);
        producer.send(new ProducerRecord<>(topic, key, event.body().getBytes(StandardCharsets.UTF_8)));
    }
}
