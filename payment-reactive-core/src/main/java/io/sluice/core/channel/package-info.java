/** The channel port: what a bank channel can do, and the only answers it may give. */
@NullMarked
package io.sluice.core.channel;

import org.jspecify.annotations.NullMarked;
