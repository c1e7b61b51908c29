/** Bills of a day, as far as all channels make them alike: what differs from the book, when they are there, and how they leave. */
@NullMarked
package io.sluice.sandbox.simulators.bill;

import org.jspecify.annotations.NullMarked;
