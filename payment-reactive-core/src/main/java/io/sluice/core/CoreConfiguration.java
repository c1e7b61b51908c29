package io.sluice.core;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole core, for the apps that move payments. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseConfiguration.class,
    MerchantConfiguration.class,
    EventConfiguration.class,
    PaymentConfiguration.class,
    ModificationConfiguration.class,
    AgreementConfiguration.class,
    PayoutConfiguration.class,
    CoreLifecycle.class
})
public class CoreConfiguration {}
