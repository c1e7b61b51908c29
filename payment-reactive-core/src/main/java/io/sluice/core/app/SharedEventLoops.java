package io.sluice.core.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Servers and clients work on the JVM's one group of event loops, and so do other apps in the same JVM: an app that stops
 * must not take them away. They are daemon threads and end with the JVM.
 */
@Configuration(proxyBeanMethods = false)
public class SharedEventLoops {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        return new ReactorResourceFactory() {
            @Override
            public void stop() {
                // Kept for the others.
            }

            @Override
            public void destroy() {
                // Kept for the others.
            }
        };
    }
}
