package io.sluice.compare.baseline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The baseline. Its settings stand in {@code application.yml}; the runner gives addresses and variants. */
@SpringBootApplication
@EnableConfigurationProperties(Settings.class)
public class BaselineApp {
    public static void main(String[] args) {
        FastCrypto.installIfWanted();
        SpringApplication.run(BaselineApp.class, args);
    }
}
