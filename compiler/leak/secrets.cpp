// What no learner may see, taken from the course itself and not from an edition.
#include "base/overloaded.hpp"
#include "base/utf8.hpp"
#include "check/parts_walk.hpp"
#include "leak/kinds.hpp"
#include "leak/leak.hpp"
#include "leak/text_index.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace comb::leak {

namespace {

void append_normalised(std::string_view text, std::string& bare);

constexpr std::size_t fewest_characters = 12;
// How much text says what it was taken from: twelve Chinese characters, or as many cells of Latin letters.
constexpr std::size_t stretch_cells = 24;

/// One text as an author wrote it.
struct Text {
  Span span;
  std::string text; ///< normalised
};

/// Sorts the texts of a course by who may see them.
class Collector {
 public:
  std::vector<Text> secret;
  std::string for_learners; ///< normalised, texts apart by a line feed
  /// Where texts for learners stand, and as which part of `for_learners`.
  struct OpenText {
    Span span;
    std::size_t begin = 0, size = 0;
  };
  std::vector<OpenText> open_texts;
  std::set<std::string> labels; ///< normalised: words of the compiler's own that learners see

  void part(const model::Part& part) {
    const bool open = !(part.editions & model::learner_editions).is_empty();
    check::inlines_of(part, [&](const text::Inlines& inlines) { inlines_text(inlines, part.span, open); });
    plain_texts(part, open);
  }
  void question(const model::Question& question) {
    plain(question.title, question.span, true);
    form(question.form, question.span);
    if (!question.key) return;
    for (const model::AcceptedText& accepted : question.key->accepted) plain(accepted.text, accepted.span, false);
    for (const model::Parts& feedback : question.key->feedback) hidden(feedback);
    hidden(question.key->solution);
    if (question.key->rubric) rubric(*question.key->rubric, question.span);
  }
  void inlines_text(const text::Inlines& inlines, Span span, bool open) {
    std::string seen;
    check::walk_inlines(inlines, [&](const text::Inline& piece) { piece_text(piece, open, seen); });
    const Span place =
        inlines.empty() ? span : Span{inlines.front().span.file, inlines.front().span.begin, inlines.back().span.end};
    plain(seen, place, open);
  }
  void plain(std::string_view text, Span span, bool open) {
    if (open) {
      const std::size_t begin = for_learners.size();
      append_normalised(text, for_learners);
      open_texts.push_back({span, begin, for_learners.size() - begin});
      for_learners += '\n';
      return;
    }
    std::string bare = normalised(text);
    if (character_count(bare) >= fewest_characters) secret.push_back({span, std::move(bare)});
  }

 private:
  void hidden(const model::Parts& parts) {
    check::walk_parts(parts, [&](const model::Part& inner) {
      check::inlines_of(inner, [&](const text::Inlines& inlines) { inlines_text(inlines, inner.span, false); });
      plain_texts(inner, false);
    });
  }
  void rubric(const model::Rubric& rubric, Span span) {
    for (const model::RubricRow& row : rubric.rows) {
      for (const model::RubricLevel& level : row.levels) inlines_text(level.descriptor, span, false);
    }
  }
  void form(const model::AnswerForm& form, Span span) {
    const auto open = [&](const text::Inlines& inlines) { inlines_text(inlines, span, true); };
    std::visit(Overloaded{
                   [&](const model::Choices& choices) {
                     for (const model::Option& option : choices.options) open(option.text);
                   },
                   [&](const model::Matching& matching) {
                     for (const auto& left : matching.left) open(left);
                     for (const auto& right : matching.right) open(right);
                   },
                   [&](const model::Ordering& ordering) {
                     for (const auto& item : ordering.items) open(item);
                   },
                   [](const model::ShortText&) {},
                   [](const model::Number&) {},
                   [](const model::Cloze&) {},
                   [](const model::FreeText&) {},
                   [&](const model::Hotspot& hotspot) {
                     for (const model::Region& region : hotspot.regions) open(region.text);
                   },
               },
               form);
  }
  /// Texts of a part that are not inline content.
  void plain_texts(const model::Part& part, bool open) {
    if (const auto* code = std::get_if<model::Code>(&part.content)) plain(code->text, part.span, open);
    if (const auto* figure = std::get_if<model::Figure>(&part.content)) plain(figure->alternative, part.span, open);
    if (const auto* box = std::get_if<model::Box>(&part.content); box != nullptr && open) {
      labels.insert(normalised(box->label));
    }
  }
  /// Adds what `piece` shows where its line is open; its own secret is a text of its own.
  void piece_text(const text::Inline& piece, bool open, std::string& seen) {
    std::visit(Overloaded{
                   [&](const text::Run& run) { seen += run.text; },
                   [&](const text::Code& code) { seen += code.text; },
                   [&](const text::Reference& reference) { seen += reference.text; },
                   [&](const text::TermUse& use) { seen += use.text; },
                   [&](const text::Image& image) { seen += image.alternative; },
                   [&](const text::Fill& fill) { seen += fill.text.value_or(""); },
                   [&](const text::TrainerText& trainer) { plain(trainer.text, piece.span, false); },
                   [&](const text::Blank& blank) {
                     if (blank.key && blank.options.empty()) plain(blank.key->answer, piece.span, false);
                     if (blank.key && !open) seen += blank.key->answer;
                   },
                   [](const text::Emphasis&) {},
                   [](const text::Strong&) {},
                   [](const text::Strikethrough&) {},
                   [](const text::LineBreak&) {},
                   [](const text::Link&) {},
                   [](const text::FootnoteReference&) {},
                   [](const text::Variable&) {},
               },
               piece.content);
  }
};

/// Stretches of `text` that cover it from its first to its last character. Each is as wide as the others, so that a few
/// Latin words in a Chinese text make no stretch of their own, which other words might spell by chance.
std::vector<std::string> stretches(const std::string& text) {
  const std::u32string characters = to_utf32(text);
  std::vector<std::string> all;
  std::size_t begin = 0, cells = 0;
  for (std::size_t end = 0; end < characters.size(); ++end) {
    cells += static_cast<std::size_t>(cell_width(characters[end]));
    if (cells < stretch_cells) continue;
    all.push_back(to_utf8(std::u32string_view(characters).substr(begin, end + 1 - begin)));
    begin = end + 1;
    cells = 0;
  }
  if (begin == characters.size()) return all;
  while (begin > 0 && cells < stretch_cells) cells += static_cast<std::size_t>(cell_width(characters[--begin]));
  all.push_back(to_utf8(std::u32string_view(characters).substr(begin)));
  return all;
}

/// A secret that learners read at the very same place is none: what a choice of a scenario led to is told to learners
/// and is feedback in the bank. Nor is one that the compiler's own words say.
void drop_told_secrets(Collector& collector) {
  std::set<std::pair<Span, std::string_view>> told;
  std::set<Span> places;
  for (const Text& text : collector.secret) places.insert(text.span);
  for (const Collector::OpenText& open : collector.open_texts) {
    if (!places.contains(open.span)) continue;
    told.emplace(open.span, std::string_view(collector.for_learners).substr(open.begin, open.size));
  }
  std::erase_if(collector.secret, [&](const Text& text) {
    const auto says_it = [&](const std::string& label) { return label.ends_with(text.text); };
    return told.contains({text.span, text.text}) || std::ranges::any_of(collector.labels, says_it);
  });
}

Collector collect(const model::Course& course) {
  Collector collector;
  for (const model::CoursePart& part : course.parts) {
    collector.plain(part.title, {}, true);
    for (const model::Lesson& lesson : part.lessons) {
      collector.inlines_text(lesson.title, lesson.span, true);
      for (const model::Topic& topic : lesson.topics) {
        collector.inlines_text(topic.title, topic.span, true);
        collector.plain(topic.slide_title, topic.span, true);
        check::walk_parts(topic.parts, [&](const model::Part& inner) { collector.part(inner); });
      }
    }
  }
  for (const model::Question& question : course.questions) {
    collector.question(question);
    check::walk_parts(question.stem, [&](const model::Part& inner) { collector.part(inner); });
  }
  for (const model::Objective& objective : course.objectives)
    collector.inlines_text(objective.text, objective.span, true);
  for (const model::Term& term : course.terms) {
    collector.plain(term.use + term.gloss, term.span, true);
    collector.plain(term.text, term.span, true);
  }
  collector.plain(course.info.title, {}, true);
  collector.plain(course.info.subtitle, {}, true);
  collector.plain(course.info.audience, {}, true);
  drop_told_secrets(collector);
  return collector;
}

/// An ASCII letter in lower case, or a digit; 0 for anything else.
char small_letter_or_digit(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : '\0';
}

/// How many bytes from `at` on are Chinese characters of U+5000 to U+9FFF, all of them letters: whole files are
/// normalised, and these need no table.
std::size_t common_han_run(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t place) { return static_cast<unsigned char>(text[place]); };
  const auto follows = [&](std::size_t place) { return (byte(place) & 0xC0U) == 0x80U; };
  std::size_t end = at;
  while (end + 3 <= text.size() && byte(end) >= 0xE5 && byte(end) <= 0xE9 && follows(end + 1) && follows(end + 2)) {
    end += 3;
  }
  return end - at;
}

void append_normalised(std::string_view text, std::string& bare) {
  for (std::size_t at = 0; at < text.size();) {
    if (const char small = small_letter_or_digit(text[at]); small != 0) {
      bare += small;
      ++at;
    } else if (const std::size_t run = common_han_run(text, at); run > 0) {
      bare.append(text.substr(at, run));
      at += run;
    } else {
      const DecodedCharacter next = decode_at(text, at);
      if (next.character >= 0x80 && is_letter_or_digit(next.character)) bare.append(text.substr(at, next.byte_count));
      at += next.byte_count;
    }
  }
}

} // namespace

std::string normalised(std::string_view text) {
  std::string bare;
  bare.reserve(text.size());
  append_normalised(text, bare);
  return bare;
}

WithDiagnostics<std::vector<Secret>> find_secrets(const model::Course& course) {
  const Collector collector = collect(course);
  std::vector<Secret> candidates;
  std::vector<std::size_t> owners; // of each candidate, an index into `collector.secret`
  for (std::size_t i = 0; i < collector.secret.size(); ++i) {
    for (std::string& stretch : stretches(collector.secret[i].text)) {
      candidates.push_back({collector.secret[i].span, std::move(stretch)});
      owners.push_back(i);
    }
  }
  std::vector<std::string_view> texts;
  for (const Secret& candidate : candidates) texts.push_back(candidate.text);
  // Cells, items and paragraphs run together in finished files: what their seams spell is no secret.
  std::string run_together = collector.for_learners;
  std::erase(run_together, '\n');
  const std::set<std::size_t> open = TextIndex(texts).find(run_together);

  std::vector<Secret> secrets;
  std::set<std::size_t> perhaps_repeated; // no stretch of these is a secret of its own
  for (std::size_t i = 0; i < collector.secret.size(); ++i) perhaps_repeated.insert(i);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (open.contains(i)) continue;
    perhaps_repeated.erase(owners[i]);
    secrets.push_back(std::move(candidates[i]));
  }
  Diagnostics found;
  for (const std::size_t i : perhaps_repeated) {
    if (collector.for_learners.find(collector.secret[i].text) == std::string::npos) continue;
    found.push_back({.kind = &trainer_text_repeated,
                     .span = collector.secret[i].span,
                     .message = "this text for trainers stands in a text for learners, too"});
  }
  sort_for_report(found);
  return {std::move(secrets), std::move(found)};
}

} // namespace comb::leak
