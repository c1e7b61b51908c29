/** The sandbox: PostgreSQL, Redis, Kafka, channel simulators, a demo merchant and all the apps, from one command. */
@NullMarked
package io.sluice.sandbox;

import org.jspecify.annotations.NullMarked;
