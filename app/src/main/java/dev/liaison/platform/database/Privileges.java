package dev.liaison.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so root starts it in a user namespace,
 * where root is nobody in name only; where namespaces are refused (a container's default profile),
 * root starts it as nobody in earnest and gives it the folder of the data.
 */
enum Privileges {
  AS_WE_ARE,
  NAMESPACE,
  NOBODY;

  /** The user and group id that Linux keeps for nobody. */
  private static final String NOBODY_ID = "65534";

  /** What fits this user and this system; a folder that belongs to nobody stays nobody's. */
  static Privileges forServerIn(LiaisonHome home) {
    if (!isRoot()) {
      return AS_WE_ARE;
    }
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      throw new CannotStart(
          "PostgreSQL does not run as root on this system. Start Liaison as an ordinary user.");
    }
    if (belongsToNobody(home.data())) {
      return NOBODY;
    }
    return succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
  }

  /** What stands before a program of PostgreSQL. */
  List<String> prefix(LiaisonHome home) {
    return switch (this) {
      case AS_WE_ARE -> List.of();
      case NAMESPACE -> List.of("unshare", "-U");
      case NOBODY -> nobodyPrefix(home);
    };
  }

  /** Gives what the server writes to the user it runs as. */
  void give(LiaisonHome home, Path path) {
    if (this != NOBODY) {
      return;
    }
    try (var paths = Files.walk(path)) {
      var nobody =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY_ID);
      // The server's user may lay links here, and root would follow them out of the folder.
      for (var each : paths.toList()) {
        Files.getFileAttributeView(each, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setOwner(nobody);
      }
      // Passing through is all that nobody needs in the home; the keys beside the data stay shut.
      var permissions = new HashSet<>(Files.getPosixFilePermissions(home.folder()));
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(home.folder(), permissions);
    } catch (IOException e) {
      throw Disk.cannotWrite(path, e);
    }
  }

  /**
   * A folder below /root is out of nobody's reach whatever its own mode says. There the server
   * keeps one capability of root, the weakest that this system grants: to pass through folders.
   */
  private static List<String> nobodyPrefix(LiaisonHome home) {
    var plain =
        List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
    var tried = new ArrayList<List<String>>();
    tried.add(plain);
    for (var capability : List.of("dac_read_search", "dac_override")) {
      var with = new ArrayList<>(plain);
      with.add("--securebits=+no_setuid_fixup");
      with.add("--inh-caps=+" + capability);
      with.add("--ambient-caps=+" + capability);
      tried.add(with);
    }
    for (var prefix : tried) {
      var reach = new ArrayList<>(prefix);
      reach.addAll(List.of("test", "-x", home.folder() + "/.", "-a", "-r", home.binaries() + "/."));
      if (succeeds(reach)) {
        return prefix;
      }
    }
    throw new CannotStart(
        ("As root, Liaison starts its database as the user nobody, who cannot reach %s. Name a folder"
                + " outside of your own by LIAISON_HOME, such as /var/lib/liaison.")
            .formatted(home.folder()));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"))
        || owner(Path.of("/proc/self")).equals("0");
  }

  private static boolean belongsToNobody(Path folder) {
    return owner(folder).equals(NOBODY_ID);
  }

  private static String owner(Path path) {
    try {
      return String.valueOf(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
    } catch (IOException | UnsupportedOperationException _) {
      return "";
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
