// Ctrl-C and `kill`: what is half done is dropped before the program ends.
#pragma once

namespace comb::driver {

/// From now on SIGINT, SIGTERM and SIGHUP end the program with 128 + the signal's number: at once, or, inside an
/// `Undisturbed`, when that ends. SIGXFSZ is ignored, so that a file size limit is a failed write like a full disk.
void handle_signals();

/// While one lives, a signal is only noted: there is a stage folder to be removed first.
class Undisturbed {
 public:
  Undisturbed();
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;
  /// Ends the program if a signal came meanwhile.
  ~Undisturbed();

  /// Whether a signal waits.
  static bool is_interrupted();
};

} // namespace comb::driver
