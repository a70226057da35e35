// argv in, exit status out. Nothing else of the program looks at the environment or the processors.
#include "cli/cli.hpp"
#include "driver/console.hpp"
#include "driver/interrupt.hpp"

#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

using comb::driver::ExitStatus;

/// A program started without its standard streams would otherwise write messages into the first file it opens.
void open_standard_streams() {
  for (int stream = 0; stream <= 2; ++stream) {
    if (::fcntl(stream, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDWR));
  }
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

comb::cli::Surroundings look_around() {
  const char* terminal = std::getenv("TERM");
  const bool knows_colors = terminal != nullptr && std::string_view(terminal) != "dumb";
  return {
      .errors_are_watched = ::isatty(STDERR_FILENO) == 1 && knows_colors,
      .no_color = is_set("NO_COLOR"),
      .processors = static_cast<int>(std::thread::hardware_concurrency()),
  };
}

ExitStatus run(const std::vector<std::string>& arguments, comb::driver::SystemConsole& console) {
  try {
    const ExitStatus status = comb::cli::run(arguments, look_around(), console);
    if (console.is_intact()) return status;
    console.write_error("comb: error: standard output cannot be written\n");
    return worse(status, ExitStatus::world_failed);
  } catch (const std::bad_alloc&) {
    console.write_error("comb: error: out of memory\n");
    return ExitStatus::world_failed;
  } catch (const std::exception& error) {
    console.write_error("comb: internal error: " + std::string(error.what()) +
                        "\nThis is a mistake in comb, not in the course. Please report it.\n");
    return ExitStatus::internal_error;
  }
}

} // namespace

int main(int argument_count, char** arguments) {
  open_standard_streams();
  comb::driver::handle_signals();
  comb::driver::SystemConsole console;
  const ExitStatus status = run({arguments + 1, arguments + argument_count}, console);
  return static_cast<int>(status);
}
