// Slides: one self-contained HTML file for learners, one for the trainer, from the theme's templates.
#include "base/digest.hpp"
#include "base/json.hpp"
#include "base/parallel.hpp"
#include "emit/output_kind.hpp"
#include "emit/outputs/slides/parts.hpp"
#include "emit/outputs/slides/templates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <span>

namespace comb::emit {
namespace slides {

/// The slides of one stretch of a deck, and the classes that they use.
struct WrittenStretch {
  std::string lesson;
  std::size_t first = 0;
  std::string html;
  Classes classes;
};
struct WrittenDeck {
  std::vector<std::string> ids; ///< of all slides: links and numbers in each come from them
  std::vector<WrittenStretch> stretches;
};

namespace {

constexpr DiagnosticKind theme_file_missing{
    .name = "theme-file-missing",
    .severity = Severity::error,
    .help = "a theme needs slides/deck, cover, part, lesson, slide and pause.mustache, style.css and runtime.js"};
constexpr DiagnosticKind theme_closes_element{
    .name = "theme-closes-element",
    .severity = Severity::error,
    .help = "write `<\\/script` in a string, or leave it out",
    .explain =
        "The style and the script of a theme stand inside the page. A closing tag in them would end them "
        "half-way, and their hash in the content security policy would not fit."};

using Type = TemplateKey::Type;

constexpr std::array<TemplateKey, 31> frame_keys = {{
    {Type::text, "id"},         {Type::text, "number"},     {Type::text, "layout"},     {Type::text, "tone"},
    {Type::text, "scale"},      {Type::text, "size"},       {Type::text, "timed"},      {Type::text, "planned"},
    {Type::text, "lesson"},     {Type::text, "has_answer"}, {Type::text, "kicker"},     {Type::text, "meta"},
    {Type::text, "continued"},  {Type::text, "footer"},     {Type::text, "progress"},   {Type::text, "subtitle"},
    {Type::text, "client"},     {Type::text, "facts"},      {Type::text, "word_notes"}, {Type::text, "word_objectives"},
    {Type::text, "word_slide"}, {Type::markup, "icon"},     {Type::markup, "headline"}, {Type::markup, "body"},
    {Type::markup, "timer"},    {Type::markup, "notes"},    {Type::text, "heading_id"}, {Type::text, "scenario"},
    {Type::text, "node"},       {Type::text, "ending"},     {Type::markup, "moves"},
}};

constexpr std::array<TemplateKey, 18> page_keys = {{
    {Type::text, "word_next"},
    {Type::text, "word_previous"},
    {Type::text, "lang"},
    {Type::text, "title"},
    {Type::text, "policy"},
    {Type::text, "word_overview"},
    {Type::text, "word_presenter"},
    {Type::text, "word_help"},
    {Type::text, "word_close"},
    {Type::text, "word_clock"},
    {Type::text, "word_elapsed"},
    {Type::text, "word_planned"},
    {Type::text, "word_keys"},
    {Type::markup, "style"},
    {Type::markup, "script"},
    {Type::markup, "icons"},
    {Type::markup, "slides"},
    {Type::markup, "strings"},
}};

constexpr std::string_view script_path = "slides/runtime.js";
constexpr std::string_view style_path = "slides/style.css";

/// The templates of a theme, one a layout, and the page around them.
struct Frames {
  std::optional<Template> page, cover, part, lesson, slide, pause;

  const Template& of(typeset::SlideLayout layout) const {
    switch (layout) {
      case typeset::SlideLayout::cover:
        return *cover;
      case typeset::SlideLayout::part:
        return *part;
      case typeset::SlideLayout::lesson:
        return *lesson;
      case typeset::SlideLayout::pause:
        return *pause;
      case typeset::SlideLayout::content:
      case typeset::SlideLayout::block:
      case typeset::SlideLayout::question:
        break;
    }
    return *slide;
  }
};

class FrameReader {
 public:
  explicit FrameReader(const theme::Theme& theme) : theme_(theme) {}

  std::optional<Template> read(std::string_view path, std::span<const TemplateKey> keys) {
    const auto file = theme_.files.find(std::string(path));
    if (file == theme_.files.end()) {
      missing(path);
      return std::nullopt;
    }
    auto read = Template::read(path, file->second, keys);
    append(found, std::move(read.diagnostics));
    return std::move(read.value);
  }
  void missing(std::string_view path) {
    found.push_back({.kind = &theme_file_missing,
                     .span = {},
                     .message = "theme `" + theme_.name + "` has no `" + std::string(path) + "`"});
  }

  Diagnostics found;

 private:
  const theme::Theme& theme_;
};

WithDiagnostics<Frames> read_frames(const theme::Theme& theme) {
  FrameReader reader(theme);
  Frames frames;
  frames.page = reader.read("slides/deck.mustache", page_keys);
  frames.cover = reader.read("slides/cover.mustache", frame_keys);
  frames.part = reader.read("slides/part.mustache", frame_keys);
  frames.lesson = reader.read("slides/lesson.mustache", frame_keys);
  frames.slide = reader.read("slides/slide.mustache", frame_keys);
  frames.pause = reader.read("slides/pause.mustache", frame_keys);
  for (const std::string_view path : {script_path, style_path}) {
    const auto file = theme.files.find(std::string(path));
    if (file == theme.files.end()) {
      reader.missing(path);
    } else if (file->second.find("</s") != std::string::npos) {
      reader.found.push_back(
          {.kind = &theme_closes_element, .span = {}, .message = "`" + std::string(path) + "` holds a closing tag"});
    }
  }
  return {std::move(frames), std::move(reader.found)};
}

std::string pixels(double value) {
  const int tenths = static_cast<int>(std::lround(value * 10));
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text;
}

/// The theme's tokens as custom properties.
std::string token_rules(const theme::Theme& theme) {
  const theme::Colors& c = theme.colors;
  std::string css = ":root{";
  const auto add = [&](std::string_view name, const std::string& value) {
    css += "--" + std::string(name) + ":" + value + ";";
  };
  for (const auto& [name, color] : std::initializer_list<std::pair<std::string_view, Rgb>>{{"paper", c.paper},
                                                                                           {"ink", c.ink},
                                                                                           {"soft", c.soft},
                                                                                           {"line", c.line},
                                                                                           {"wood", c.wood},
                                                                                           {"teal", c.teal},
                                                                                           {"plum", c.plum},
                                                                                           {"moss", c.moss},
                                                                                           {"alert", c.alert},
                                                                                           {"night", c.night},
                                                                                           {"amber", c.amber}}) {
    add(name, to_hex(color));
  }
  const theme::SlideSizes& s = theme.slide;
  for (const auto& [name, size] : std::initializer_list<std::pair<std::string_view, double>>{{"title", s.title},
                                                                                             {"headline", s.headline},
                                                                                             {"body", s.body},
                                                                                             {"small", s.small},
                                                                                             {"tiny", s.tiny},
                                                                                             {"side", s.side},
                                                                                             {"top", s.top},
                                                                                             {"bottom", s.bottom}}) {
    add(name, pixels(size) + "px");
  }
  add("leading", pixels(s.leading));
  return css + "}\n";
}

/// All icons of the theme as symbols, to be shown with `<use>`.
std::string icon_symbols(const theme::Theme& theme) {
  constexpr std::string_view folder = "icons/", ending = ".svg";
  std::string all;
  for (const auto& [path, bytes] : theme.files) {
    if (!path.starts_with(folder) || !path.ends_with(ending)) continue;
    const std::size_t open = bytes.find('>', bytes.find("<svg"));
    const std::size_t close = bytes.rfind("</svg>");
    if (open == std::string::npos || close == std::string::npos || close < open) continue;
    const std::string name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
    all += "<symbol id=\"i-" + escape(name).str() + "\" viewBox=\"0 0 24 24\">" +
           bytes.substr(open + 1, close - open - 1) + "</symbol>";
  }
  return all;
}

/// The words that the runtime needs, as JSON for a script element.
std::string runtime_strings(const words::Words& words) {
  std::string json = "{";
  const auto add = [&](std::string_view name, std::string_view text) {
    if (json.size() > 1) json += ",";
    json += json_string(name) + ":" + json_string(text);
  };
  add("slide_of", words.slide_of);
  add("start", words.start_timer);
  add("pause", words.pause_timer);
  add("no_notes", words.no_notes);
  add("planned", words.planned);
  add("minutes", words.minutes);
  add("next", words.next_slide);
  add("you_chose", words.you_chose);
  return json + "}";
}

std::string joined_facts(const model::CourseInfo& info, const words::Words& words) {
  std::string all;
  const auto add = [&](const std::string& fact) {
    if (fact.empty()) return;
    if (!all.empty()) all += words.separator;
    all += fact;
  };
  for (const std::string_view key : {"trainer", "city", "dates"}) {
    const auto found = info.delivery.find(std::string(key));
    if (found != info.delivery.end()) add(found->second);
  }
  for (const std::string& author : info.authors) add(author);
  if (!info.version.empty()) add(words::fill(words.version, info.version));
  return all;
}

std::string_view layout_name(typeset::SlideLayout layout) {
  switch (layout) {
    case typeset::SlideLayout::cover:
      return "cover";
    case typeset::SlideLayout::part:
      return "part";
    case typeset::SlideLayout::lesson:
      return "lesson";
    case typeset::SlideLayout::content:
      return "content";
    case typeset::SlideLayout::block:
      return "block";
    case typeset::SlideLayout::question:
      return "question";
    case typeset::SlideLayout::pause:
      return "pause";
  }
  return "";
}

std::string_view size_name(double headline_size) {
  constexpr double medium = 36, large = 46;
  if (headline_size >= large) return "";
  return headline_size >= medium ? "h-medium" : "h-small";
}

/// Fills the frames of one stretch.
class StretchWriter {
 public:
  StretchWriter(const typeset::Deck& deck, const SlidePlaces& places, const EmitContext& context, const Frames& frames)
      : deck_(deck), context_(context), frames_(frames), parts_(deck, places, context.words, context.fonts, classes_) {}

  WrittenStretch write(const typeset::DeckStretch& stretch) {
    WrittenStretch written{.lesson = stretch.lesson, .first = stretch.first};
    for (const typeset::Slide& slide : std::span(deck_.slides).subspan(stretch.first, stretch.count)) {
      frames_.of(slide.layout).render(values_of(slide), written.html);
    }
    written.classes = std::move(classes_);
    return written;
  }

 private:
  bool is_presenter() const { return deck_.spec.kind == model::EditionKind::presenter; }

  TemplateValues values_of(const typeset::Slide& slide) {
    const words::Words& words = context_.words;
    TemplateValues values;
    const std::string number = std::to_string(slide.number);
    values.set("id", slide.id);
    values.set("number", number);
    values.set("heading_id", "_h" + number);
    values.set("layout", layout_name(slide.layout));
    values.set("tone", tone_class(slide.tone));
    if (slide.scale != 1) values.set("scale", classes_.scale(slide.scale));
    values.set("size", size_name(slide.headline_size));
    const typeset::TimerPlace timer = slide.timer;
    if (timer == typeset::TimerPlace::ring) values.set("timed", "timed");
    if (slide.planned) values.set("planned", std::to_string(slide.planned->count()));
    values.set("lesson", slide.lesson_id);
    values.set("kicker", slide.kicker);
    values.set("meta", slide.kicker_meta);
    if (slide.continued) values.set("continued", words.continued);
    values.set("footer", slide.footer);
    const std::size_t count = std::max<std::size_t>(deck_.slides.size(), 1);
    values.set("progress", std::to_string(1000 * static_cast<std::size_t>(slide.number) / count));
    if (slide.layout == typeset::SlideLayout::cover) set_cover(values);
    values.set("word_objectives", words.objectives);
    values.set("word_slide", words::fill(words.slide, slide.number));
    values.set("icon", PartRenderer::icon(slide.icon));
    values.set("headline", headline(slide));
    const Html body = parts_.body(slide);
    if (body.str().find("answer\"") != std::string::npos) values.set("has_answer", "yes");
    values.set("body", body);
    if (slide.scenario) set_scenario(slide, values);
    values.set("timer", parts_.timer(slide));
    if (is_presenter()) {
      values.set("word_notes", words.notes);
      values.set("notes", parts_.notes(slide));
    }
    return values;
  }

  /// Every slide has a heading, for those who listen: its number where it has no headline.
  Html headline(const typeset::Slide& slide) {
    Html html = parts_.inlines(slide.headline);
    if (slide.headline_lang.empty() || html.is_empty()) return html;
    return with_language(Html::markup("<span>") + html + Html::markup("</span>"), slide.headline_lang);
  }

  void set_scenario(const typeset::Slide& slide, TemplateValues& values) {
    values.set("scenario", slide.scenario->scenario);
    values.set("node", slide.scenario->node);
    if (slide.scenario->ending == model::Ending::good) values.set("ending", "good");
    if (slide.scenario->ending == model::Ending::poor) values.set("ending", "poor");
    values.set("moves", parts_.scenario_buttons(slide));
  }

  void set_cover(TemplateValues& values) {
    values.set("subtitle", deck_.info.subtitle);
    const auto client = deck_.info.delivery.find("client");
    if (client != deck_.info.delivery.end()) values.set("client", client->second);
    values.set("facts", joined_facts(deck_.info, context_.words));
  }

  const typeset::Deck& deck_;
  const EmitContext& context_;
  const Frames& frames_;
  Classes classes_{};
  PartRenderer parts_;
};

/// The page around the slides of `deck`.
std::string write_page(const typeset::Deck& deck, const EmitContext& context, const Frames& frames, std::string slides,
                       const Classes& classes) {
  const theme::Theme& theme = context.theme;
  const words::Words& words = context.words;
  const ThemeText style{token_rules(theme) + theme.files.at(std::string(style_path)) + classes.rules()};
  const ThemeText script{theme.files.at(std::string(script_path))};
  TemplateValues values;
  values.set("lang", deck.info.lang);
  values.set("title", deck.info.title);
  values.set("policy", "default-src 'none'; script-src '" + integrity(script.text) + "'; style-src '" +
                           integrity(style.text) + "'; img-src data:; base-uri 'none'; form-action 'none'");
  values.set("word_next", words.next_slide);
  values.set("word_previous", words.previous_slide);
  values.set("word_overview", words.overview);
  values.set("word_presenter", words.presenter_window);
  values.set("word_help", words.help);
  values.set("word_close", words.close);
  values.set("word_clock", words.clock);
  values.set("word_elapsed", words.elapsed);
  values.set("word_planned", words.planned);
  values.set("word_keys", words.keys_help);
  values.set("style", style);
  values.set("script", script);
  values.set("icons", ThemeText{icon_symbols(theme)});
  values.set("strings", ThemeText{runtime_strings(words)});
  values.set("slides", ThemeText{std::move(slides)});
  std::string out;
  frames.page->render(values, out);
  return out;
}

std::vector<std::string> ids_of(const typeset::Deck& deck) {
  std::vector<std::string> ids;
  ids.reserve(deck.slides.size());
  for (const typeset::Slide& slide : deck.slides) ids.push_back(slide.id);
  return ids;
}

/// What was written for `stretch` before, if it would be written the same now.
WrittenStretch* written_before(WrittenDeck* before, const typeset::DeckStretch& stretch, std::size_t index) {
  if (before == nullptr || !stretch.is_kept || index >= before->stretches.size()) return nullptr;
  WrittenStretch& written = before->stretches[index];
  return written.lesson == stretch.lesson && written.first == stretch.first ? &written : nullptr;
}

/// All stretches of `deck`, side by side; those that an earlier run wrote already are taken from `before`, which may be
/// null.
WrittenDeck write_stretches(const typeset::Deck& deck, const EmitContext& context, const Frames& frames,
                            WrittenDeck* before) {
  WrittenDeck written{.ids = ids_of(deck), .stretches = std::vector<WrittenStretch>(deck.stretches.size())};
  if (before != nullptr && before->ids != written.ids) before = nullptr;
  const SlidePlaces places(deck);
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < deck.stretches.size(); ++i) {
    if (WrittenStretch* same = written_before(before, deck.stretches[i], i)) {
      written.stretches[i] = std::move(*same);
    } else {
      tasks.emplace_back(
          [&, i] { written.stretches[i] = StretchWriter(deck, places, context, frames).write(deck.stretches[i]); });
    }
  }
  run_all(tasks, context.threads);
  return written;
}

std::string write_deck(const typeset::Deck& deck, const EmitContext& context, const Frames& frames) {
  std::shared_ptr<WrittenDeck> before;
  if (context.memory != nullptr) before = context.memory->decks[deck.spec.kind];
  WrittenDeck written = write_stretches(deck, context, frames, before.get());
  Classes classes;
  std::string slides;
  for (const WrittenStretch& stretch : written.stretches) {
    slides += stretch.html;
    classes.add(stretch.classes);
  }
  if (context.memory != nullptr) {
    context.memory->decks[deck.spec.kind] = std::make_shared<WrittenDeck>(std::move(written));
  }
  return write_page(deck, context, frames, std::move(slides), classes);
}

constexpr std::string_view path_of(model::EditionKind kind) {
  return kind == model::EditionKind::presenter ? "trainer/presenter/index.html" : "learner/slides/index.html";
}

std::vector<std::string> paths(const model::Course&, std::span<const model::EditionKind> wanted) {
  std::vector<std::string> all;
  for (const model::EditionKind kind : {model::EditionKind::slides, model::EditionKind::presenter}) {
    if (is_wanted(kind, wanted)) all.emplace_back(path_of(kind));
  }
  return all;
}

WithDiagnostics<std::vector<Artifact>> emit(const EmitContext& context, std::span<const model::EditionKind> wanted) {
  WithDiagnostics<Frames> frames = read_frames(context.theme);
  std::vector<Artifact> artifacts;
  if (!frames.diagnostics.empty()) return {{}, std::move(frames.diagnostics)};
  for (const model::EditionKind kind : {model::EditionKind::slides, model::EditionKind::presenter}) {
    if (!is_wanted(kind, wanted)) continue;
    const auto deck = context.decks.find(kind);
    if (deck == context.decks.end()) continue;
    artifacts.push_back({.path = std::string(path_of(kind)),
                         .bytes = write_deck(deck->second, context, frames.value),
                         .edition = kind,
                         .count = static_cast<int>(deck->second.slides.size()),
                         .unit = "slides"});
  }
  return {std::move(artifacts), {}};
}

std::vector<const DiagnosticKind*> diagnostics() {
  std::vector<const DiagnosticKind*> all = template_diagnostics();
  all.push_back(&theme_file_missing);
  all.push_back(&theme_closes_element);
  return all;
}

} // namespace
} // namespace slides

extern const OutputKind slides_output;
const OutputKind slides_output{
    .name = "slides",
    .summary = "slides for learners and for the trainer, one HTML file each",
    .editions = {model::EditionKind::slides, model::EditionKind::presenter},
    .paths = &slides::paths,
    .emit = &slides::emit,
    .diagnostics = slides::diagnostics(),
};

} // namespace comb::emit
