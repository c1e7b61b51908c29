/**
 * A simulator of WeChat Pay's APIv3: it checks every request's signature, keeps orders and a book of its own, pays by
 * schedule or by hand, and calls back. It shares no code with the gateway, so that it can judge it.
 */
@NullMarked
package io.sluice.sandbox.simulators.wechat;

import org.jspecify.annotations.NullMarked;
