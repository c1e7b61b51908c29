/** The simulated channels of a sandbox, each with the demo merchant's account there: a new channel adds a class and a line. */
@NullMarked
package io.sluice.sandbox.run.channel;

import org.jspecify.annotations.NullMarked;
