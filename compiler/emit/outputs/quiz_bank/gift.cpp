// Moodle GIFT. The escaping is the algorithm of quiz-formats.md, section 2.1, which came through Moodle's own parser
// unharmed: texts are HTML in a paragraph, on one line, so that none begins with `[`, `%`, `//` or is a lone `0`.
#include "emit/outputs/quiz_bank/formats.hpp"
#include "emit/outputs/quiz_bank/moodle.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace comb::emit::quiz_bank {
namespace {

constexpr int fraction_decimals = 5;
constexpr int number_decimals = 10;

/// Step 2: backslashes before what is special, line breaks as `\n`, no carriage return.
void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) {
    switch (byte) {
      case '\\':
      case '~':
      case '=':
      case '#':
      case '{':
      case '}':
      case ':':
        out += '\\';
        out += byte;
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        break;
      default:
        out += byte;
    }
  }
}

/// Steps 1 to 3 for HTML that is at hand: `%` as an entity, `[html]` in front.
void append_html(std::string& out, std::string_view html) {
  out += "[html]";
  std::string without_percent;
  without_percent.reserve(html.size());
  for (const char byte : html) byte == '%' ? without_percent += "&#37;" : without_percent += byte;
  append_escaped(out, without_percent);
}

/// A text of blocks, which begin with a tag by themselves.
void append_blocks(std::string& out, const RichText& text) {
  append_html(out, text.is_empty() ? "<p></p>" : html_with_alternatives(text));
}
/// A text of one line, wrapped in a paragraph.
void append_line(std::string& out, const RichText& text) {
  append_html(out, "<p>" + html_with_alternatives(text) + "</p>");
}
void append_feedback(std::string& out, const RichText& text) {
  if (text.is_empty()) return;
  out += '#';
  append_blocks(out, text);
}

class GiftWriter {
 public:
  GiftWriter(const Bank& bank, Losses& losses) : bank_(bank), losses_(losses) {}

  std::string write() {
    // The file opens with a comment line of its own: an importer may skip a BOM only there.
    text_ = "// GIFT, UTF-8\n";
    std::string category;
    for (const BankQuestion& question : bank_.questions) {
      if (!can_be_written(question)) continue;
      const std::string path = category_path(bank_, question);
      if (path != category) text_ += "\n$CATEGORY: " + path + "\n";
      category = path;
      write_question(question);
    }
    return std::move(text_);
  }

 private:
  bool can_be_written(const BankQuestion& prepared);
  void note_losses(const BankQuestion& prepared);
  void write_question(const BankQuestion& prepared);
  void heading(const BankQuestion& prepared);
  void answers(const BankQuestion& prepared);
  void choices(const BankQuestion& prepared);
  void true_false(const BankQuestion& prepared, std::size_t true_index);
  void pairs(const BankQuestion& prepared);
  void places(const BankQuestion& prepared);
  void short_answers(const BankQuestion& prepared);
  void number(const BankQuestion& prepared);

  const Bank& bank_;
  Losses& losses_;
  std::string text_;
};

/// Whether GIFT has a way to say this question; why not goes to the losses.
bool GiftWriter::can_be_written(const BankQuestion& prepared) {
  const model::Question& question = *prepared.question;
  if (question.type == model::QuestionType::cloze) {
    losses_.add(Loss::left_out_cloze, question.id);
    return false;
  }
  // Moodle takes any answer section with `->` for a matching question, and the arrow cannot be escaped.
  const bool has_arrow = std::ranges::any_of(prepared.key().accepted, [](const model::AcceptedText& accepted) {
    return accepted.text.find("->") != std::string::npos;
  });
  if (question.type == model::QuestionType::short_answer && has_arrow) {
    losses_.add(Loss::left_out_arrow, question.id);
    return false;
  }
  Losses ignored;
  if (prepared.takes_several() && !moodle_fractions(prepared, ignored)) {
    losses_.add(Loss::left_out_weights, question.id);
    return false;
  }
  return true;
}

void GiftWriter::note_losses(const BankQuestion& prepared) {
  note_moodle_losses(prepared, losses_);
  const model::Question& question = *prepared.question;
  const auto note_if = [&](bool is_lost, Loss loss) {
    if (is_lost) losses_.add(loss, question.id);
  };
  const auto has_picture = [](const RichText& text) { return !text.pictures.empty(); };
  const bool pictured = has_picture(prepared.stem) || has_picture(prepared.solution) ||
                        std::ranges::any_of(prepared.options, has_picture) ||
                        std::ranges::any_of(prepared.feedback, has_picture) ||
                        std::ranges::any_of(prepared.left, has_picture);
  const bool is_choice = !prepared.options.empty() && question.type != model::QuestionType::true_false;
  const auto* choices = std::get_if<model::Choices>(&question.form);
  const auto* number = std::get_if<model::Number>(&question.form);
  note_if(pictured, Loss::picture);
  note_if(question.points != 1 && question.type != model::QuestionType::description, Loss::points);
  note_if(!prepared.rubric.empty(), Loss::rubric);
  note_if(question.type == model::QuestionType::ordering, Loss::ordering_as_matching);
  note_if(number != nullptr && !number->unit.empty(), Loss::unit);
  note_if(question.case_sensitive, Loss::case_sensitivity);
  note_if(is_choice && !question.shuffle, Loss::shuffles);
  note_if(is_choice && question.shuffle && choices != nullptr &&
              std::ranges::any_of(choices->options, &model::Option::locked_last),
          Loss::lock);
}

void GiftWriter::heading(const BankQuestion& prepared) {
  text_ += "\n// [id:" + prepared.question->id + "]";
  for (const std::string& tag : prepared.tags) {
    text_ += " [tag:";
    for (const char byte : without_control_characters(tag)) {
      if (byte == '<' || byte == '>' || byte == '`' || byte == '\n' || byte == '\t') continue;
      if (byte == ']') text_ += '\\';
      text_ += byte;
    }
    text_ += ']';
  }
  text_ += "\n::";
  append_escaped(text_, moodle_plain(prepared.title));
  text_ += "::";
  append_blocks(text_, prepared.stem);
}

void GiftWriter::write_question(const BankQuestion& prepared) {
  note_losses(prepared);
  heading(prepared);
  if (prepared.question->type == model::QuestionType::description) {
    text_ += '\n';
    return;
  }
  text_ += '{';
  answers(prepared);
  if (!prepared.solution.is_empty()) {
    text_ += "\n\t####";
    append_blocks(text_, prepared.solution);
  }
  text_ += "\n}\n";
}

void GiftWriter::answers(const BankQuestion& prepared) {
  switch (prepared.question->type) {
    case model::QuestionType::single:
    case model::QuestionType::multiple:
    case model::QuestionType::hotspot:
      return choices(prepared);
    case model::QuestionType::true_false:
      if (const auto index = true_option(prepared)) return true_false(prepared, *index);
      return choices(prepared);
    case model::QuestionType::matching:
      return pairs(prepared);
    case model::QuestionType::ordering:
      return places(prepared);
    case model::QuestionType::short_answer:
      return short_answers(prepared);
    case model::QuestionType::numeric:
      return number(prepared);
    case model::QuestionType::cloze:
    case model::QuestionType::essay:
    case model::QuestionType::performance:
    case model::QuestionType::description:
      return;
  }
}

void GiftWriter::choices(const BankQuestion& prepared) {
  const std::vector<double> fractions = moodle_fractions(prepared, losses_).value_or(std::vector<double>{});
  const bool is_multiple = prepared.takes_several();
  for (std::size_t option = 0; option < prepared.options.size() && option < fractions.size(); ++option) {
    const bool is_right = !is_multiple && prepared.key().is_key[option];
    text_ += is_right ? "\n\t=" : "\n\t~";
    // A single `=` anywhere would make Moodle read a single choice, so that every option of several has its weight.
    if (is_multiple || (!is_right && fractions[option] != 0))
      text_ += "%" + decimal(fractions[option], fraction_decimals) + "%";
    append_line(text_, prepared.options[option]);
    append_feedback(text_, prepared.feedback[option]);
  }
}

void GiftWriter::true_false(const BankQuestion& prepared, std::size_t true_index) {
  const bool is_true = prepared.key().is_key[true_index];
  const std::size_t right_index = is_true ? true_index : 1 - true_index;
  const RichText& right = prepared.feedback[right_index];
  const RichText& wrong = prepared.feedback[1 - right_index];
  text_ += is_true ? "TRUE" : "FALSE";
  if (wrong.is_empty() && right.is_empty()) return;
  text_ += '#';
  if (!wrong.is_empty()) append_blocks(text_, wrong);
  append_feedback(text_, right);
}

void GiftWriter::pairs(const BankQuestion& prepared) {
  for (std::size_t pair = 0; pair < prepared.right.size(); ++pair) {
    text_ += "\n\t=";
    if (pair < prepared.left.size()) append_line(text_, prepared.left[pair]);
    text_ += " -> ";
    append_escaped(text_, moodle_plain(prepared.right[pair].plain));
  }
}

/// Moodle had no ordering in GIFT before version 5, and one such question stops other readers; matching each place
/// with its item is the same task, marked the same way, in all of them.
void GiftWriter::places(const BankQuestion& prepared) {
  for (std::size_t place = 0; place < prepared.right_order.size(); ++place) {
    text_ += "\n\t=";
    append_line(text_, render_plain(std::to_string(place + 1)));
    text_ += " -> ";
    append_escaped(text_, moodle_plain(prepared.right_order[place].plain));
  }
}

void GiftWriter::short_answers(const BankQuestion& prepared) {
  for (const model::AcceptedText& accepted : prepared.key().accepted) {
    const double fraction = moodle_fraction(accepted.weight, prepared.question->id, losses_);
    // `[plain]` keeps an answer that itself begins with `[html]` as it is.
    text_ += "\n\t=%" + decimal(fraction, fraction_decimals) + "%" + (accepted.text.starts_with('[') ? "[plain]" : "");
    append_escaped(text_, moodle_answer(accepted.text));
  }
}

void GiftWriter::number(const BankQuestion& prepared) {
  text_ += "#\n\t=%100%" + decimal(prepared.key().number, number_decimals) + ":" +
           decimal(prepared.key().tolerance, number_decimals);
}

} // namespace

std::string write_gift(const Bank& bank, Losses& losses) {
  return GiftWriter(bank, losses).write();
}

} // namespace comb::emit::quiz_bank
