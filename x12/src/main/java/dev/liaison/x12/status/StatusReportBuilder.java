package dev.liaison.x12.status;

import dev.liaison.x12.Segment;
import dev.liaison.x12.SetBuilder;
import dev.liaison.x12.SetHeader;
import dev.liaison.x12.X12Error;
import dev.liaison.x12.status.StatusReport.ClaimStatus;
import dev.liaison.x12.status.StatusReport.LevelStatus;
import dev.liaison.x12.status.StatusReport.LineStatus;
import dev.liaison.x12.status.StatusReport.ProviderStatus;
import dev.liaison.x12.status.StatusReport.Reason;
import dev.liaison.x12.status.StatusReport.Status;
import dev.liaison.x12.types.Amount;
import dev.liaison.x12.types.Code;
import dev.liaison.x12.types.Dated;
import dev.liaison.x12.types.Money;
import dev.liaison.x12.types.Party;
import dev.liaison.x12.types.Period;
import dev.liaison.x12.types.Procedure;
import dev.liaison.x12.types.Quantity;
import dev.liaison.x12.types.Reference;
import dev.liaison.x12.types.Values;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a 277 or 277CA. */
public final class StatusReportBuilder implements SetBuilder<StatusReport> {
  private final Values values;
  private final boolean acknowledgment;
  private final List<ProviderStatus> providers = new ArrayList<>();
  private final List<ClaimStatus> claims = new ArrayList<>();
  private String reference = "";
  private @Nullable LocalDateTime at;
  private Party source = Party.NONE;
  private LevelStatus receipt = LevelStatus.NONE;
  private Party receiver = Party.NONE;
  private LevelStatus receiverLevel = LevelStatus.NONE;
  private Party provider = Party.NONE;
  private LevelStatus providerLevel = LevelStatus.NONE;
  private Party subscriber = Party.NONE;
  private @Nullable Party dependent;
  private String level = "";

  private boolean traced;
  private String trace = "";
  private final List<Status> statuses = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Dated> dates = new ArrayList<>();
  private final List<Quantity> quantities = new ArrayList<>();
  private final List<Amount> amounts = new ArrayList<>();
  private final List<LineStatus> lines = new ArrayList<>();

  private boolean inLine;
  private Procedure procedure = Procedure.NONE;
  private Money charged = Money.ZERO;
  private @Nullable Money paid;
  private String revenueCode = "";
  private @Nullable BigDecimal units;
  private final List<Status> lineStatuses = new ArrayList<>();
  private String lineNumber = "";
  private @Nullable Period lineWhen;

  public StatusReportBuilder(SetHeader set, Consumer<X12Error> errors) {
    this.values = new Values(errors);
    this.acknowledgment = set.guide().contains("X214");
  }

  @Override
  public void accept(Segment s) {
    switch (s.name()) {
      case "BHT" -> {
        reference = s.text(3);
        at = Values.bht(s);
      }
      case "HL" -> level(s.text(3));
      case "NM1" -> name(Values.nm1(s));
      case "TRN" -> {
        endTrace();
        traced = true;
        trace = s.text(2);
      }
      case "STC" -> {
        traced = true;
        (inLine ? lineStatuses : statuses).add(status(s));
      }
      case "REF" -> {
        if (inLine) {
          lineNumber = s.text(2);
        } else {
          references.add(Values.ref(s));
        }
      }
      case "DTP" -> {
        if (inLine) {
          lineWhen = values.period(s, 2, 3);
        } else {
          var dated = values.dtp(s);
          if (dated != null) {
            dates.add(dated);
          }
        }
      }
      case "QTY" -> {
        var number = values.decimal(s, 2);
        quantities.add(new Quantity(Values.code(s, 1), number == null ? BigDecimal.ZERO : number));
      }
      case "AMT" -> amounts.add(new Amount(Values.code(s, 1), values.money(s, 2)));
      case "SVC" -> {
        endLine();
        inLine = true;
        procedure = Values.procedure(s, 1);
        charged = values.money(s, 2);
        paid = values.moneyOrNull(s, 3);
        revenueCode = s.text(4);
        units = values.decimal(s, 7);
      }
      default -> {
        // contacts say nothing of a claim
      }
    }
  }

  private Status status(Segment s) {
    var reasons = new ArrayList<Reason>(1);
    for (int element : new int[] {1, 10, 11}) {
      if (s.has(element)) {
        reasons.add(
            new Reason(
                Code.of(s.text(element, 1)),
                Code.of(s.text(element, 2)),
                Code.of(s.text(element, 3))));
      }
    }
    return new Status(
        reasons,
        values.date(s, 2),
        Values.code(s, 3),
        values.moneyOrNull(s, 4),
        values.moneyOrNull(s, 5),
        values.date(s, 6),
        s.text(9),
        s.text(12));
  }

  private void level(String next) {
    endTrace();
    if (next.equals("19") || next.equals("20") || next.equals("21")) {
      endProvider();
    }
    level = next;
    if (next.equals("22") || next.equals("PT")) {
      dependent = null;
    }
  }

  private void name(Party party) {
    switch (level) {
      case "20" -> source = party;
      case "21" -> receiver = party;
      case "19" -> provider = party;
      case "22", "PT" -> subscriber = party;
      default -> dependent = party;
    }
  }

  private void endLine() {
    if (inLine) {
      lines.add(
          new LineStatus(
              procedure, charged, paid, revenueCode, units, lineStatuses, lineNumber, lineWhen));
    }
    inLine = false;
    lineStatuses.clear();
    lineNumber = "";
    lineWhen = null;
  }

  private void endTrace() {
    endLine();
    if (traced) {
      var status = new LevelStatus(trace, statuses, references, dates, quantities, amounts);
      switch (level) {
        case "20" -> receipt = status;
        case "21" -> receiverLevel = status;
        case "19" -> providerLevel = status;
        default ->
            claims.add(
                new ClaimStatus(
                    subscriber,
                    dependent,
                    trace,
                    statuses,
                    references,
                    dates.isEmpty() ? null : dates.getFirst().period(),
                    lines));
      }
    }
    traced = false;
    trace = "";
    statuses.clear();
    references.clear();
    dates.clear();
    quantities.clear();
    amounts.clear();
    lines.clear();
  }

  private void endProvider() {
    if (provider.isPresent() || !claims.isEmpty()) {
      providers.add(new ProviderStatus(provider, providerLevel, claims));
    }
    provider = Party.NONE;
    providerLevel = LevelStatus.NONE;
    claims.clear();
  }

  @Override
  public StatusReport end() {
    endTrace();
    endProvider();
    return new StatusReport(
        acknowledgment, reference, at, source, receipt, receiver, receiverLevel, providers);
  }
}
