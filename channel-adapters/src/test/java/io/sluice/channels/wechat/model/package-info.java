@NullMarked
package io.sluice.channels.wechat.model;

import org.jspecify.annotations.NullMarked;
