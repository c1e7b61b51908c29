package io.sluice.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

class SharedEventLoopsTest {

    @Test
    void anAppThatStopsLeavesThemToTheOthers() {
        try (var staying = new AnnotationConfigApplicationContext(SharedEventLoops.class)) {
            ReactorResourceFactory loops = staying.getBean(ReactorResourceFactory.class);
            new AnnotationConfigApplicationContext(SharedEventLoops.class).close();

            assertThat(loops.getLoopResources().isDisposed()).isFalse();
            assertThat(loops.getConnectionProvider().isDisposed()).isFalse();
        }
    }
}
