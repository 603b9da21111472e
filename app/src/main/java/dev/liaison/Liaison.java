package dev.liaison;

import dev.liaison.cli.CommandLineTool;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where every command of Liaison begins. */
@SpringBootApplication
public class Liaison {
  public static void main(String[] args) {
    System.exit(CommandLineTool.run(Liaison.class, args));
  }
}
