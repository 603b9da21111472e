package dev.liaison;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/** The walls between modules, and what stands on which side of them. */
class ModulesTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.liaison");

  @Test
  void modules_lean_on_each_other_one_way_and_by_their_faces() {
    ApplicationModules.of(Liaison.class).verify();
  }

  @Test
  void pages_stand_in_the_desk_of_their_module_and_are_nobodys_to_call() {
    classes()
        .that()
        .areAnnotatedWith(Controller.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .resideInAnyPackage("..desk..", "dev.liaison.web..")
        .check(PRODUCT);
  }

  @Test
  void pages_ask_the_face_and_never_the_database() {
    noClasses()
        .that()
        .resideInAPackage("..desk..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .check(PRODUCT);
  }

  @Test
  void no_face_leans_on_its_own_pages() {
    noClasses()
        .that(resideInAPackage("dev.liaison.(*)"))
        .should()
        .dependOnClassesThat(resideInAPackage("..desk.."))
        .check(PRODUCT);
  }

  @Test
  void what_a_class_leans_on_comes_through_its_constructor() {
    noFields().should().beAnnotatedWith(Autowired.class).check(PRODUCT);
  }
}
