/** The scenarios, one class each; {@code ./sluice load NAME} runs {@code Name}. They know the gateway's API and nothing of its code. */
@NullMarked
package io.sluice.perf;

import org.jspecify.annotations.NullMarked;
