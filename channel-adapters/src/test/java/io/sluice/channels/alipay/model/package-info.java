@NullMarked
package io.sluice.channels.alipay.model;

import org.jspecify.annotations.NullMarked;
