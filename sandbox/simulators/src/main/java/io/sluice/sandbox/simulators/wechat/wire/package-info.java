/** The interface itself: who may ask, what is asked, and how answers and callbacks are written and signed. */
@NullMarked
package io.sluice.sandbox.simulators.wechat.wire;

import org.jspecify.annotations.NullMarked;
