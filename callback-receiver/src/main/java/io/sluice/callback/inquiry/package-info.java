/** Asks channels about attempts whose time has come, and closes what has expired. */
@NullMarked
package io.sluice.callback.inquiry;

import org.jspecify.annotations.NullMarked;
