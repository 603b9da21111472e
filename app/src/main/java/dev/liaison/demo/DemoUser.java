package dev.liaison.demo;

import dev.liaison.platform.tenancy.Role;

/**
 * Who can log in to the demo, one for each role. The passwords are no secret: the demo listens on
 * this machine only, holds nobody real, and prints them at each start.
 */
enum DemoUser {
  COORDINATOR(Role.COORDINATOR, "rosa", "morning-at-the-desk", "Rosa Delgado"),
  SUPERVISOR(Role.SUPERVISOR, "sam", "seven-phones-ringing", "Sam Ortiz"),
  BILLER(Role.BILLER, "bea", "every-cent-accounted", "Bea Sandoval"),
  CLINICIAN(Role.CLINICIAN, "okafor", "listen-then-prescribe", "Adaeze Okafor"),
  ADMINISTRATOR(Role.ADMINISTRATOR, "ada", "keys-to-the-cupboard", "Ada Lindgren"),
  PRIVACY_OFFICER(Role.PRIVACY_OFFICER, "priya", "who-looked-at-whom", "Priya Nair");

  final Role role;
  final String login;
  final String password;
  final String displayName;

  DemoUser(Role role, String login, String password, String displayName) {
    this.role = role;
    this.login = login;
    this.password = password;
    this.displayName = displayName;
  }

  /** As the start prints it: {@code coordinator rosa …}. */
  String printed() {
    return role.code() + " " + login + " " + password;
  }
}
