package io.sluice.compare.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadNameTest {
    @ParameterizedTest
    @CsvSource({
        "GC Thread#1, GARBAGE",
        "VM Thread, GARBAGE",
        "C2 CompilerThre, COMPILER",
        "VM Periodic Tas, MACHINE",
        "JFR Recorder Th, PROFILER",
        "reactor-http-ep, OWN",
        "parallel-2, OWN"
    })
    void tellsTheJvmsThreadsFromThoseThatRunJava(String name, Purpose purpose) {
        assertThat(ThreadName.purpose(name)).isEqualTo(purpose);
    }
}
