/**
 * The made-up facility that {@code ./liaison demo} serves: people, patients, past visits, the
 * coming weeks and a day that is in full swing at any hour. Works through the faces of the other
 * modules and stands above them all; none knows of it, and without the profile {@code demo} nothing
 * of it runs.
 */
@NullMarked
package dev.liaison.demo;

import org.jspecify.annotations.NullMarked;
