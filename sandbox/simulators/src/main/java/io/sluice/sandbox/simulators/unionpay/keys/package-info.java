/** Keys, certificates and signatures, RSA and SM2. */
@NullMarked
package io.sluice.sandbox.simulators.unionpay.keys;

import org.jspecify.annotations.NullMarked;
