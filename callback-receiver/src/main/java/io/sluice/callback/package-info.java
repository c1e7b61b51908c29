/** Where late truth arrives: channels' callbacks, inquiries after unknown outcomes, and expiry. */
@NullMarked
package io.sluice.callback;

import org.jspecify.annotations.NullMarked;
