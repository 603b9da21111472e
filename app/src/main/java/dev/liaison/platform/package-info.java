/**
 * What every module stands on: identifiers, time, money, who asks ({@code tenancy}) and the
 * database. Open to all; leans on none of them.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.liaison.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
