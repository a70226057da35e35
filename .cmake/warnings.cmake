# Compiler flags that every target of ours takes.
add_library(comb_options INTERFACE)
target_compile_options(comb_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual
  $<$<BOOL:${COMB_WERROR}>:-Werror>
  # g++ 12 sees overlapping copies in std::string's own code once it optimises (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers;-Wno-restrict>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-missing-field-initializers>)
if(COMB_SANITIZE)
  target_compile_options(comb_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(comb_options INTERFACE -fsanitize=address,undefined)
endif()
if(COMB_COVERAGE)
  target_compile_options(comb_options INTERFACE --coverage)
  target_link_options(comb_options INTERFACE --coverage)
endif()
if(COMB_FUZZ)
  target_compile_options(comb_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
