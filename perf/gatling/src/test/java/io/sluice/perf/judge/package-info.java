/** What Gatling's assertions cannot say: answers told apart, and expectations with what was seen. */
@NullMarked
package io.sluice.perf.judge;

import org.jspecify.annotations.NullMarked;
