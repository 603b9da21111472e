package dev.liaison;

import dev.liaison.cli.CommandLineTool;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Where every command of Liaison begins. Beans are named after their whole class: what is
 * package-private in one module may be called the same in another.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Liaison {
  public static void main(String[] args) {
    System.exit(CommandLineTool.run(Liaison.class, args));
  }
}
