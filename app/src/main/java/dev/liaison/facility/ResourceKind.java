package dev.liaison.facility;

import dev.liaison.facility.Resource.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds that resources have and appointment types ask for. A closed list, so that a slip of the
 * pen in a file is a fault and not a room that nothing ever books.
 */
enum ResourceKind {
  CLINICIAN(Category.PRACTITIONER),
  PHYSICIAN(Category.PRACTITIONER),
  SURGEON(Category.PRACTITIONER),
  ANESTHETIST(Category.PRACTITIONER),
  NURSE(Category.PRACTITIONER),
  MEDICAL_ASSISTANT(Category.PRACTITIONER),
  THERAPIST(Category.PRACTITIONER),
  DIETITIAN(Category.PRACTITIONER),
  COUNSELOR(Category.PRACTITIONER),
  INTERPRETER(Category.PRACTITIONER),
  DENTIST(Category.PRACTITIONER),
  DENTAL_HYGIENIST(Category.PRACTITIONER),
  AESTHETICIAN(Category.PRACTITIONER),
  RADIOLOGIST(Category.PRACTITIONER),
  MRI_TECHNOLOGIST(Category.PRACTITIONER),
  RADIOLOGIC_TECHNOLOGIST(Category.PRACTITIONER),
  SONOGRAPHER(Category.PRACTITIONER),
  EXAM_ROOM(Category.ROOM),
  PROCEDURE_ROOM(Category.ROOM),
  OPERATING_ROOM(Category.ROOM),
  RECOVERY_ROOM(Category.ROOM),
  TREATMENT_ROOM(Category.ROOM),
  CONSULTATION_ROOM(Category.ROOM),
  DENTAL_CHAIR(Category.ROOM),
  IMAGING_ROOM(Category.ROOM),
  MRI_SCANNER(Category.DEVICE),
  CT_SCANNER(Category.DEVICE),
  ULTRASOUND(Category.DEVICE),
  X_RAY(Category.DEVICE),
  MAMMOGRAPH(Category.DEVICE),
  BONE_DENSITOMETER(Category.DEVICE),
  ECG(Category.DEVICE),
  SPIROMETER(Category.DEVICE),
  TREADMILL(Category.DEVICE),
  LASER(Category.DEVICE);

  private final Category category;

  ResourceKind(Category category) {
    this.category = category;
  }

  /** As files and tables write it: {@code mri-scanner}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ResourceKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  static List<String> codes(Category category) {
    return Arrays.stream(values())
        .filter(kind -> kind.category == category)
        .map(ResourceKind::code)
        .toList();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(ResourceKind::code).toList();
  }
}
