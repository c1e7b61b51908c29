package io.sluice.compare.baseline;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where everything is.
 *
 * @param keyId of the one merchant
 * @param publicKey the merchant's RSA key, PEM
 * @param redis a Redis URI
 * @param channel the channel's base address
 * @param kafka bootstrap servers
 * @param topic where events go
 * @param writes {@code each} for a transaction a payment, {@code gathered} for many payments in one
 */
@ConfigurationProperties("baseline")
public record Settings(
        String keyId, Path publicKey, String redis, String channel, String kafka, String topic, String writes) {}
