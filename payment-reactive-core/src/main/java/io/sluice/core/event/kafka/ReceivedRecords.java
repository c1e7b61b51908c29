package io.sluice.core.event.kafka;

import io.sluice.core.event.PaymentEvent;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came, as events. A record that is none is told and passed over: to stop there would stop every reader for ever. */
final class ReceivedRecords {

    private static final Logger log = LoggerFactory.getLogger(ReceivedRecords.class);

    private ReceivedRecords() {}

    static List<PaymentEvent> events(
            List<? extends ConsumerRecord<String, String>> records, ReaderMeters.Group meters) {
        return records.stream()
                .map(kafkaRecord -> event(kafkaRecord, meters))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PaymentEvent> event(ConsumerRecord<String, String> kafkaRecord, ReaderMeters.Group meters) {
        try {
            return Optional.of(EventRecords.read(kafkaRecord));
        } catch (RuntimeException e) {
            meters.skipped();
            log.error(
                    "Skipping the record {}-{}@{} (key {}), which is no event: {}. The log in PostgreSQL has every event",
                    kafkaRecord.topic(),
                    kafkaRecord.partition(),
                    kafkaRecord.offset(),
                    kafkaRecord.key(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
