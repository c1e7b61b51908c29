/** What every server that strangers reach holds to: bounds in size and time, and a body for every refusal. */
@NullMarked
package io.sluice.core.http;

import org.jspecify.annotations.NullMarked;
