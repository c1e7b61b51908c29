/** Keys, signatures and sealed documents of WeChat Pay. Computation only, no I/O. */
@NullMarked
package io.sluice.channels.wechat.crypto;

import org.jspecify.annotations.NullMarked;
