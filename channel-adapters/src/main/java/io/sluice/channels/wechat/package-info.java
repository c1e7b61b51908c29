/** WeChat Pay (APIv3): native and JSAPI orders, queries, closes and callbacks. */
@NullMarked
package io.sluice.channels.wechat;

import org.jspecify.annotations.NullMarked;
