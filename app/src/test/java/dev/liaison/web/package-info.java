@NullMarked
package dev.liaison.web;

import org.jspecify.annotations.NullMarked;
