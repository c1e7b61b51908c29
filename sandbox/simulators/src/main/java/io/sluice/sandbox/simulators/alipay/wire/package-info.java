/** How merchants and this channel talk: signed forms in, signed JSON out. */
@NullMarked
package io.sluice.sandbox.simulators.alipay.wire;

import org.jspecify.annotations.NullMarked;
