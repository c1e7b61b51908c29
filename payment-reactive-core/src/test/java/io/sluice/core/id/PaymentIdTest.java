package io.sluice.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentIdTest {

    @Test
    void idsAscend() {
        List<String> ids = Stream.generate(PaymentId::next)
                .limit(50_000)
                .map(PaymentId::toString)
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsAreTimeOrderedUuids() {
        long before = System.currentTimeMillis();
        UUID id = PaymentId.next().value();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1000);
    }

    @Test
    void threadsNeverMakeTheSameId() {
        var ids = ConcurrentHashMap.<PaymentId>newKeySet();
        Stream.generate(PaymentId::next).parallel().limit(100_000).forEach(ids::add);

        assertThat(ids).hasSize(100_000);
    }

    @Test
    void whatIsWrittenIsRead() {
        PaymentId id = PaymentId.next();

        assertThat(PaymentId.parse(id.toString())).isEqualTo(id);
        assertThatThrownBy(() -> PaymentId.parse("pay_x"))
                .hasMessage("'pay_x' is not an id of the form pay_ and 32 hexadecimal digits");
    }
}
