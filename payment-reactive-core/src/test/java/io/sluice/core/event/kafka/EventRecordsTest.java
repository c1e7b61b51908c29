package io.sluice.core.event.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordsTest {

    private static final PaymentEvent EVENT = new PaymentEvent(
            EventId.next(),
            "payment.succeeded",
            MerchantId.next(),
            PaymentId.next(),
            3,
            Instant.parse("2026-01-01T00:00:00.120Z"),
            "{\"id\":\"…\"}",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void isACloudEventInBinaryMode() {
        ProducerRecord<String, String> written = EventRecords.write("events", EVENT);
        assertThat(written.key()).isEqualTo(EVENT.paymentId().toString());
        assertThat(written.value()).isEqualTo(EVENT.body());
        assertThat(written.headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=" + EVENT.id(),
                        "ce_type=io.sluice.payment.succeeded",
                        "ce_source=/sluice",
                        "ce_subject=" + EVENT.paymentId(),
                        "ce_time=2026-01-01T00:00:00.120000Z",
                        "ce_merchantid=" + EVENT.merchantId(),
                        "ce_sequence=3",
                        "content-type=application/json",
                        "traceparent=" + EVENT.traceparent());
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(EventRecords.read(received(EventRecords.write("events", EVENT))))
                .isEqualTo(EVENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_merchantid", "ce_subject", "ce_sequence", "ce_time"})
    void saysWhichHeaderIsMissing(String header) {
        ProducerRecord<String, String> written = EventRecords.write("events", EVENT);
        written.headers().remove(header);
        assertThatThrownBy(() -> EventRecords.read(received(written)))
                .hasMessage("the header " + header + " is missing");
    }

    private static ConsumerRecord<String, String> received(ProducerRecord<String, String> written) {
        ConsumerRecord<String, String> received =
                new ConsumerRecord<>(written.topic(), 0, 0, written.key(), written.value());
        written.headers().forEach(received.headers()::add);
        return received;
    }
}
