package dev.liaison.interop;

/** What became of resources, counted only once their transaction is over. */
record Written(long imported, long unchanged, long parked) {
  static final Written NOTHING = new Written(0, 0, 0);

  Written plus(Written more) {
    return new Written(imported + more.imported, unchanged + more.unchanged, parked + more.parked);
  }
}
