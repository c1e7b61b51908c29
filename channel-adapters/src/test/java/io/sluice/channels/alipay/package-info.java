@NullMarked
package io.sluice.channels.alipay;

import org.jspecify.annotations.NullMarked;
