/** The bills of a day in WeChat Pay's own form. */
@NullMarked
package io.sluice.sandbox.simulators.wechat.bill;

import org.jspecify.annotations.NullMarked;
