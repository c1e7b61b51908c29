package io.sluice.sandbox.run;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Every app in the sandbox works on its JVM's one group of event loops: an app that stops must not take them away from
 * the others. They are daemon threads and end with the JVM.
 */
@AutoConfiguration
class SharedEventLoops {

    @Bean
    @ConditionalOnMissingBean
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
