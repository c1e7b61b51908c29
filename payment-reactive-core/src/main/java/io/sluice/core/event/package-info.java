/** The event log and how other rooms read it. */
@NullMarked
package io.sluice.core.event;

import org.jspecify.annotations.NullMarked;
