/** What is signed, what is authentic and what the channel's words mean. Pure values and decisions. */
@NullMarked
package io.sluice.channels.wechat.model;

import org.jspecify.annotations.NullMarked;
