/** {@code ./sluice load}: runs the scenarios of {@code perf/gatling} against a sandbox, over HTTP and in a JVM of their own. */
@NullMarked
package io.sluice.sandbox.load;

import org.jspecify.annotations.NullMarked;
