// Small pictures, written by hand or by other programs, in Base64.
#pragma once

#include <string>
#include <string_view>

namespace comb::images::test {

constexpr std::string_view rgb =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR4nGP4z8DAAMIM/4EAAB/uBfsL2WiLAAAAAElFTkSuQmCC";
constexpr std::string_view rgba =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGPgEpH7r2Fk0wAACMICUgbLZr4AAAAASUVORK5CYII=";
constexpr std::string_view opaque_rgba =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGPgEpH7DwABpAE8k4sOtwAAAABJRU5ErkJggg==";
constexpr std::string_view gray =
    "iVBORw0KGgoAAAANSUhEUgAAAAMAAAABCAAAAAA+i0toAAAADElEQVR4nGNgaPgPAAIDAYAkYfWXAAAAAElFTkSuQmCC";
constexpr std::string_view palette =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAMAAADD/I+4AAAABlBMVEUBAgPIZDJQtK4/AAAAC0lEQVR4nGNgZAAAAAUAAtFmM3gAAAAASUVORK"
    "5CYII=";
constexpr std::string_view gray1 =
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAABAQAAAADLe9LuAAAACklEQVR4nGNYBQAArACrZgvkawAAAABJRU5ErkJggg==";
constexpr std::string_view huge =
    "iVBORw0KGgoAAAANSUhEUgAAnEAAAJxACAAAAAB0Z1HZAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
constexpr std::string_view jpeg_rgb =
    "/9j/4AAQSkZJRgABAQEABAAEAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PT"
    "gyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAv"
    "ACIDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhBy"
    "JxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKT"
    "lJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAA"
    "AAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRom"
    "JygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExc"
    "bHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD3K6kuY7gGKSMR7OVdM5OfY+lRPc33y7GgHTO6MnPr/FVm4/1i"
    "8Dp1Lgf0pgC9NkPH/TY9fTpSsO4v2xhj91njk7sVJFcGVyuzbjuTUR2nokB6/wDLY/4VJDjfwsQ4/hkLH8sUxFiiiigDO1DzfNXyyuMD7y571X"
    "iW5eZAzxbR1+T/AB61bvf9aPmYDbzjHv61XjLeYudxGQOwyfyoA1PLT+4v5UBEVtwUA9MgU6igAooooAoXsczXCGJivy9QpJqrNc/YWR729WCN"
    "nIUynbuwpc4JYdEVj7BSegrZooAoprOmyalLpsd/bPqMSh5bNJlMyKcYLJnIHzLyfUetW0k3hWCNtYZBPFUED+Y2HRsqcDZ3x9f85otA/wBoU7"
    "srzxj2xQBpUUUUAf/Z";
constexpr std::string_view jpeg_gray_progressive =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYV"
    "pQYEpRUk//wgALCAAEAAYBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/aAAgBAQAAAAFP/8QAFhAAAwAAAAAAAAAAAAAAAAAAAAQU/9oACAEB"
    "AAEFAoFz/8QAFRABAQAAAAAAAAAAAAAAAAAAADL/2gAIAQEABj8Ch//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8hb//aAAgBAQAAAB"
    "D/AP/EABcQAQADAAAAAAAAAAAAAAAAAAEA0fD/2gAIAQEAAT8QwSp//9k=";
constexpr std::string_view jpeg_cmyk =
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEB"
    "MPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAFAgABAAE"
    "BAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAcJ/8"
    "QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBEHNKpVN//2Q==";

/// The bytes of one of the pictures above.
inline std::string decoded(std::string_view base64) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : base64) {
    if (c == '=') break;
    bits = bits << 6U | static_cast<unsigned>(digits.find(c));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xffU);
  }
  return bytes;
}

} // namespace comb::images::test
