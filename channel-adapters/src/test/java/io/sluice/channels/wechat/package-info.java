@NullMarked
package io.sluice.channels.wechat;

import org.jspecify.annotations.NullMarked;
