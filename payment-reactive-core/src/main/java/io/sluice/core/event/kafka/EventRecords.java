package io.sluice.core.event.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.json.Timestamps;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Events as records: CloudEvents 1.0 in binary mode, described in {@code docs/events.md}. */
final class EventRecords {

    static final String TYPE_PREFIX = "io.sluice.";
    private static final String SOURCE = "/sluice";

    private EventRecords() {}

    static ProducerRecord<String, String> write(String topic, PaymentEvent event) {
        String subject = event.subject();
        ProducerRecord<String, String> kafkaRecord = new ProducerRecord<>(topic, subject, event.body());
        Headers headers = kafkaRecord.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", event.id().toString());
        add(headers, "ce_type", TYPE_PREFIX + event.type());
        add(headers, "ce_source", SOURCE);
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", Timestamps.text(event.at()));
        add(headers, "ce_merchantid", event.merchantId().toString());
        add(headers, "ce_sequence", Integer.toString(event.sequence()));
        add(headers, "content-type", "application/json");
        add(headers, "traceparent", event.traceparent());
        return kafkaRecord;
    }

    /** @throws IllegalArgumentException or another {@link RuntimeException} saying why it is not one of our events */
    static PaymentEvent read(ConsumerRecord<String, String> kafkaRecord) {
        Headers headers = kafkaRecord.headers();
        String body = kafkaRecord.value();
        if (body == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        String type = type(required(headers, "ce_type"));
        return new PaymentEvent(
                EventId.parse(required(headers, "ce_id")),
                type,
                MerchantId.parse(required(headers, "ce_merchantid")),
                PaymentEvent.idOf(type, required(headers, "ce_subject")),
                Integer.parseInt(required(headers, "ce_sequence")),
                Timestamps.instant(required(headers, "ce_time")),
                body,
                text(headers, "traceparent"));
    }

    private static String type(String cloudEventType) {
        if (!cloudEventType.startsWith(TYPE_PREFIX)) {
            throw new IllegalArgumentException("ce_type '" + cloudEventType + "' does not begin with " + TYPE_PREFIX);
        }
        return cloudEventType.substring(TYPE_PREFIX.length());
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
