package dev.liaison;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where every command of Liaison begins. */
@SpringBootApplication
public class Liaison {
  public static void main(String[] args) {
    SpringApplication.run(Liaison.class, args);
  }
}
