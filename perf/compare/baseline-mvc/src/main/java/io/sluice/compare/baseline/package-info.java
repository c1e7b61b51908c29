/**
 * The service that a good team writes when it blocks: Spring MVC on virtual threads, JDBC, Lettuce, Apache's HTTP client and
 * Kafka's own producer, each set up for load. It does the work of Sluice's hot path and knows none of Sluice's code.
 */
@NullMarked
package io.sluice.compare.baseline;

import org.jspecify.annotations.NullMarked;
