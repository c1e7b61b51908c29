package io.sluice.compare.measure.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapRangeTest {
    private static final String PARALLEL = """
            4711:
             PSYoungGen      total 153088K, used 7895K [0x00000000f5580000, 0x0000000100000000, 0x0000000100000000)
              eden space 131584K, 6% used [0x00000000f5580000,0x00000000f5d35f18,0x00000000fd600000)
             ParOldGen       total 349696K, used 0K [0x00000000e0000000, 0x00000000f5580000, 0x00000000f5580000)
              object space 349696K, 0% used [0x00000000e0000000,0x00000000e0000000,0x00000000f5580000)
             Metaspace       used 103K, committed 320K, reserved 1114112K
            """;
    private static final String SMAPS = """
            e0000000-f0000000 rw-p 00000000 00:00 0
            Size:             262144 kB
            Rss:              200000 kB
            f0000000-100000000 rw-p 00000000 00:00 0
            Rss:              100000 kB
            7f0000000000-7f0000021000 rw-p 00000000 00:00 0                  [anon]
            Rss:                  40 kB
            Pss:                  40 kB
            7ffc00000000-7ffc00021000 rw-p 00000000 00:00 0                  [stack]
            Rss:                   2 kB
            """;

    @Test
    void theHeapIsAllThatTheCollectorsSpacesLieIn() {
        assertThat(HeapRange.parse(PARALLEL)).isEqualTo(new HeapRange(0xe0000000L, 0x100000000L));
    }

    @Test
    void whatIsResidentOutsideOfItIsSummed() {
        assertThat(HeapRange.parse(PARALLEL).residentOutsideKb(SMAPS)).isEqualTo(42);
    }

    @Test
    void withoutAddressesThereIsNoHeap() {
        assertThatThrownBy(() -> HeapRange.parse("no such process")).hasMessageContaining("no such process");
    }
}
