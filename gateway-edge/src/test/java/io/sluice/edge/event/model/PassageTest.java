package io.sluice.edge.event.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.event.EventCursor;
import io.sluice.core.event.LoggedEvent;
import io.sluice.core.event.PaymentEvent;
import io.sluice.core.id.EventId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.id.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void isWrittenAsAnEventStreamHasIt() {
        LoggedEvent event = event(7, "payment.created", "{\"a\":\n\"ü\"}");
        assertThat(text(Passage.of(List.of(event))))
                .isEqualTo(
                        "id:" + event.cursor() + "\nevent:payment.created\nretry:1000\ndata:{\"a\":\ndata:\"ü\"}\n\n");
    }

    @Test
    void isNoLongerThanMayBeUnderWayUnlessOneEventIs() {
        List<LoggedEvent> page = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> event(i, "payment.created", body(i == 50 ? 3 * Passage.MOST_BYTES : 1000)))
                .toList();
        List<Passage> passages = Passage.of(page);
        assertThat(passages).hasSizeBetween(8, 12);
        assertThat(passages.stream().filter(passage -> passage.bytes() > Passage.MOST_BYTES))
                .singleElement()
                .satisfies(passage -> assertThat(passage.end()).isEqualTo(cursor(50)));
        assertThat(text(passages))
                .isEqualTo(text(page.stream()
                        .flatMap(event -> Passage.of(List.of(event)).stream())
                        .toList()));
    }

    @Test
    void whatIsNotWantedIsLeftOutAndTheTextIsSharedWhereAllIs() {
        LoggedEvent first = event(1, "payment.created", "{}");
        LoggedEvent second = event(2, "payment.succeeded", "{}");
        Passage both = Passage.of(List.of(first, second)).getFirst();
        assertThat(both.of(Set.of())).isSameAs(both);
        assertThat(both.after(cursor(0))).isSameAs(both);
        assertThat(text(List.of(both.of(Set.of("payment.succeeded"))))).isEqualTo(text(Passage.of(List.of(second))));
        assertThat(text(List.of(both.after(cursor(1))))).isEqualTo(text(Passage.of(List.of(second))));
        assertThat(both.of(Set.of("payment.failed")).isEmpty()).isTrue();
        assertThat(Passage.of(List.of())).isEmpty();
    }

    static EventCursor cursor(long position) {
        return new EventCursor(1, position);
    }

    static LoggedEvent event(long position, String type, String body) {
        return new LoggedEvent(
                cursor(position),
                new PaymentEvent(
                        EventId.next(), type, MerchantId.next(), PaymentId.next(), 1, Instant.EPOCH, body, null));
    }

    static String body(int length) {
        return "x".repeat(length);
    }

    static String text(List<Passage> passages) {
        return String.join(
                "",
                passages.stream()
                        .map(passage -> new String(passage.text(), UTF_8))
                        .toList());
    }
}
