package dev.liaison.x12.claim;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.SetHeader;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.claim.Claim.BillingProvider;
import dev.liaison.x12.claim.Claim.Patient;
import dev.liaison.x12.claim.Claim.Subscriber;
import dev.liaison.x12.types.Address;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds an 837: the levels here, each claim by {@link ClaimBuilder}. */
public final class ClaimBatchBuilder implements SetBuilder<ClaimBatch> {
  private static final int CLM = Segment.id("CLM");
  private static final int HL = Segment.id("HL");

  private final Values values;
  private final ClaimKind kind;
  private final List<Claim> claims = new ArrayList<>();
  private final List<String> submitterContacts = new ArrayList<>();
  private String reference = "";
  private Code purpose = Code.NONE;
  private @Nullable LocalDateTime at;
  private Code type = Code.NONE;
  private Party submitter = Party.NONE;
  private String submitterContact = "";
  private Party receiver = Party.NONE;

  private String level = "";
  private Party named = Party.NONE;
  private @Nullable ClaimBuilder claim;

  private Party billingName = Party.NONE;
  private Address billingAddress = Address.NONE;
  private String taxonomy = "";
  private final List<Reference> billingReferences = new ArrayList<>();
  private String billingContact = "";
  private final List<String> billingContacts = new ArrayList<>();
  private Address payTo = Address.NONE;
  private BillingProvider billing = BillingProvider.NONE;

  private Code turn = Code.NONE;
  private Code relationship = Code.NONE;
  private String group = "";
  private String groupName = "";
  private Code insurance = Code.NONE;
  private Code filing = Code.NONE;
  private Person subscriberPerson = new Person();
  private Party payer = Party.NONE;
  private Address payerAddress = Address.NONE;
  private final List<Reference> payerReferences = new ArrayList<>();
  private @Nullable Subscriber subscriber;

  private Code patientRelationship = Code.NONE;
  private @Nullable Person patientPerson;
  private @Nullable Patient patient;

  /** Who a subscriber or patient is. */
  private static final class Person {
    Party name = Party.NONE;
    Address address = Address.NONE;
    @Nullable LocalDate birthDate;
    Code gender = Code.NONE;
    final List<Reference> references = new ArrayList<>();
  }

  public ClaimBatchBuilder(SetHeader set, Consumer<X12Error> errors) {
    this.values = new Values(errors);
    this.kind = ClaimKind.of(set.guide());
  }

  @Override
  public void accept(Segment s) {
    int id = s.id();
    if (id == CLM) {
      endClaim();
      endLevels();
      claim = new ClaimBuilder(s, values);
    } else if (id == HL) {
      endClaim();
      level(s.text(3));
    } else if (claim != null) {
      claim.accept(s);
    } else {
      level(s);
    }
  }

  private void level(String next) {
    level = next;
    named = Party.NONE;
    switch (next) {
      case "20" -> {
        billingName = Party.NONE;
        billingAddress = Address.NONE;
        taxonomy = "";
        billingReferences.clear();
        billingContact = "";
        billingContacts.clear();
        payTo = Address.NONE;
        billing = BillingProvider.NONE;
      }
      case "22" -> {
        turn = Code.NONE;
        subscriberPerson = new Person();
        payer = Party.NONE;
        payerAddress = Address.NONE;
        payerReferences.clear();
        subscriber = null;
        patientPerson = null;
        patient = null;
      }
      case "23" -> {
        patientPerson = new Person();
        patient = null;
      }
      default -> {
        // the guide's check tells
      }
    }
  }

  private void level(Segment s) {
    switch (s.name()) {
      case "BHT" -> {
        reference = s.text(3);
        purpose = Values.code(s, 2);
        at = Values.bht(s);
        type = Values.code(s, 6);
      }
      case "PRV" -> taxonomy = s.text(3);
      case "SBR" -> {
        turn = Values.code(s, 1);
        relationship = Values.code(s, 2);
        group = s.text(3);
        groupName = s.text(4);
        insurance = Values.code(s, 5);
        filing = Values.code(s, 9);
      }
      case "PAT" -> patientRelationship = Values.code(s, 1);
      case "NM1" -> name(Values.nm1(s));
      case "N3", "N4" -> address(s, s.is("N3"));
      case "DMG" -> {
        var person = patientPerson == null ? subscriberPerson : patientPerson;
        var born = values.period(s, 1, 2);
        person.birthDate = born == null ? null : born.from();
        person.gender = Values.code(s, 3);
      }
      case "REF" -> reference(Values.ref(s));
      case "PER" -> contact(s);
      default -> {
        // currency and the like change nothing of a claim here
      }
    }
  }

  private void name(Party party) {
    named = party;
    switch (party.role().value()) {
      case "41" -> submitter = party;
      case "40" -> receiver = party;
      case "85" -> billingName = party;
      case "IL" -> subscriberPerson.name = party;
      case "PR" -> payer = party;
      case "QC" -> {
        if (patientPerson != null) {
          patientPerson.name = party;
        }
      }
      default -> {
        // pay-to address and plan
      }
    }
  }

  private void address(Segment s, boolean street) {
    switch (named.role().value()) {
      case "85" -> billingAddress = address(s, street, billingAddress);
      case "87" -> payTo = address(s, street, payTo);
      case "IL" -> subscriberPerson.address = address(s, street, subscriberPerson.address);
      case "PR" -> payerAddress = address(s, street, payerAddress);
      case "QC" -> {
        if (patientPerson != null) {
          patientPerson.address = address(s, street, patientPerson.address);
        }
      }
      default -> {
        // of the pay-to plan
      }
    }
  }

  static Address address(Segment s, boolean street, Address before) {
    return street ? Values.n3(s, before) : Values.n4(s, before);
  }

  private void reference(Reference reference) {
    switch (named.role().value()) {
      case "85" -> billingReferences.add(reference);
      case "IL" -> subscriberPerson.references.add(reference);
      case "PR" -> payerReferences.add(reference);
      case "QC" -> {
        if (patientPerson != null) {
          patientPerson.references.add(reference);
        }
      }
      default -> {
        // of the pay-to plan
      }
    }
  }

  private void contact(Segment s) {
    boolean of41 = named.role().is("41");
    if (!of41 && !named.role().is("85")) {
      return;
    }
    if (of41 && submitterContact.isEmpty()) {
      submitterContact = s.text(2);
    } else if (!of41 && billingContact.isEmpty()) {
      billingContact = s.text(2);
    }
    for (int i = 4; i <= 8; i += 2) {
      if (s.has(i)) {
        (of41 ? submitterContacts : billingContacts).add(s.text(i - 1) + ' ' + s.text(i));
      }
    }
  }

  /** Claims of one level share its value. */
  private void endLevels() {
    if (billing == BillingProvider.NONE) {
      billing =
          new BillingProvider(
              billingName,
              billingAddress,
              taxonomy,
              billingReferences,
              billingContact,
              billingContacts,
              payTo);
    }
    if (subscriber == null) {
      var person = subscriberPerson;
      subscriber =
          new Subscriber(
              turn,
              relationship,
              group,
              groupName,
              insurance,
              filing,
              person.name,
              person.address,
              person.birthDate,
              person.gender,
              person.references,
              payer,
              payerAddress,
              payerReferences);
    }
    if (patient == null && patientPerson != null) {
      var person = patientPerson;
      patient =
          new Patient(
              patientRelationship,
              person.name,
              person.address,
              person.birthDate,
              person.gender,
              person.references);
    }
  }

  private void endClaim() {
    if (claim != null && subscriber != null) {
      claims.add(claim.end(billing, subscriber, patient));
    }
    claim = null;
  }

  @Override
  public ClaimBatch end() {
    endClaim();
    return new ClaimBatch(
        kind,
        reference,
        purpose,
        at,
        type,
        submitter,
        submitterContact,
        submitterContacts,
        receiver,
        claims);
  }
}
