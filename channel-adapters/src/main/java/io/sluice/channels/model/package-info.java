/** What all adapters decide from: replies and keys. Pure values. */
@NullMarked
package io.sluice.channels.model;

import org.jspecify.annotations.NullMarked;
