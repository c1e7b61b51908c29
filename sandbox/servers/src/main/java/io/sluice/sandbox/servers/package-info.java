/**
 * PostgreSQL, Redis and Kafka without an installation: real servers, launched from binaries in Maven artifacts, for the
 * sandbox and for tests. Nothing here knows the gateway.
 *
 * <p>Every server listens on the loopback interface only, keeps its data in a folder the caller owns, and ends with the
 * JVM that started it, however that JVM ends.
 */
@NullMarked
package io.sluice.sandbox.servers;

import org.jspecify.annotations.NullMarked;
