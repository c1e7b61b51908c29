/** The channel client against servers that do what they should, and what they should not. */
@NullMarked
package io.sluice.channels.http;

import org.jspecify.annotations.NullMarked;
