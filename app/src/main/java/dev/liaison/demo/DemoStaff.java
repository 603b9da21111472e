package dev.liaison.demo;

import dev.liaison.platform.tenancy.Actor;

/** In whose names the demo's past was made. */
record DemoStaff(Actor coordinator, Actor clinician) {}
