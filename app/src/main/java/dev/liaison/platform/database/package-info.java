/**
 * The ground that everything stands on: the data folder, the PostgreSQL server inside it (or an
 * outside one), its roles, and the two data sources, one for migrations and one for the product.
 */
@NullMarked
package dev.liaison.platform.database;

import org.jspecify.annotations.NullMarked;
